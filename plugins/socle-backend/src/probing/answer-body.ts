import { parseJson } from '@socle/backstage-plugin-socle-model';
import { UnreadableError } from '../reading/api-error';

/** JSON where the answer is that, else its text; undefined where there is none. A page for people is no answer. */
export function answerBody(bytes: Buffer, type: string, path: string): unknown {
  const text = textOf(bytes, type);
  if (text.trim() === '') {
    return undefined;
  }
  if (/\bhtml\b/i.test(type) || /^\s*<(!doctype|html)/i.test(text)) {
    throw new UnreadableError(
      `${path} was answered with a page: is this the address of the API, and not of a sign-in page before it?`,
    );
  }
  const isJson = /\bjson\b/i.test(type);
  if (!isJson && !/^\s*[[{"]/.test(text)) {
    return text;
  }
  try {
    return parseJson(text);
  } catch {
    if (!isJson) {
      return text;
    }
    throw new UnreadableError(`${path} was not answered with JSON`);
  }
}

/** The text without a byte order mark, in the encoding that the server names. */
function textOf(bytes: Buffer, type: string): string {
  const [, named = 'utf-8'] = /charset\s*=\s*"?([^\s";]+)/i.exec(type) ?? [];
  return decoderOf(named).decode(bytes);
}

function decoderOf(encoding: string) {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
