import { IncomingHttpHeaders } from 'node:http';

/** The status line and the headers of an answer. */
export interface ResponseHead {
  status: number;
  headers: IncomingHttpHeaders;
  /** How the end of the body is told. */
  body: BodyFraming;
}

/** `chunked`, so many bytes, or all until the connection is closed. */
export type BodyFraming = 'chunked' | 'untilClose' | { length: number };

const STATUS_LINE = /^HTTP\/1\.[01] ([1-9]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?$/;
const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Reads the head of an answer, without the empty line at its end. Strict as RFC 9112 lets a client be: it throws for
 * bare line ends, folded lines, and lengths that do not agree.
 */
export function parseHead(text: string): ResponseHead {
  const [statusLine, ...lines] = text.split('\r\n');
  const status = STATUS_LINE.exec(statusLine)?.[1];
  if (!status) {
    throw new Error('the answer has no HTTP/1.1 status line');
  }
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase();
    const value = line.slice(colon + 1).replace(/^[\t ]+|[\t ]+$/g, '');
    if (!NAME.test(name) || !VALUE.test(value)) {
      throw new Error('the answer has a header that is none');
    }
    const known = fields.get(name);
    fields.set(name, known === undefined ? value : `${known}, ${value}`);
  }
  return {
    status: Number(status),
    headers: Object.fromEntries(fields),
    body: framingOf(Number(status), fields),
  };
}

function framingOf(status: number, fields: Map<string, string>): BodyFraming {
  const coding = fields.get('transfer-encoding');
  const lengths = fields.get('content-length');
  if (status < 200 || status === 204 || status === 304) {
    return { length: 0 };
  }
  if (coding !== undefined) {
    // Both at once is how answers are smuggled; no API server sends it.
    if (coding.toLowerCase() !== 'chunked' || lengths !== undefined) {
      throw new Error('the answer does not say clearly how it is framed');
    }
    return 'chunked';
  }
  if (lengths === undefined) {
    return 'untilClose';
  }
  const [length, ...others] = lengths.split(/[\t ]*,[\t ]*/);
  if (!/^\d{1,15}$/.test(length) || others.some(other => other !== length)) {
    throw new Error('the answer has a length that is none');
  }
  return { length: Number(length) };
}
