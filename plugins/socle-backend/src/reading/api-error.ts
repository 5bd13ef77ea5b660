import { IncomingHttpHeaders } from 'node:http';

/** The server answered, and not with what was asked for. */
export class ApiStatusError extends Error {
  readonly name = 'ApiStatusError';

  constructor(
    /** HTTP status, or the code of an ERROR event. */
    readonly status: number,
    message: string,
    /** How long the server asks to wait. */
    readonly retryAfterMillis?: number,
  ) {
    super(message);
  }

  /** The resourceVersion or continue token is too old. */
  get expired(): boolean {
    return this.status === 410;
  }
}

/** No answer: the network, TLS, a time-out, a connection that broke. */
export class UnreachableError extends Error {
  readonly name = 'UnreachableError';
}

/** An answer that is not what the API promises: no JSON, not a list, an unknown event. */
export class UnreadableError extends Error {
  readonly name = 'UnreadableError';
}

/** The error that an answer with a status of 400 or more stands for. */
export function errorOfAnswer(
  status: number,
  headers: IncomingHttpHeaders,
  body: string,
  now: number,
): ApiStatusError {
  return new ApiStatusError(
    status,
    messageOf(body) ?? `HTTP ${status}`,
    retryAfter(headers['retry-after'], now),
  );
}

function messageOf(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'message' in parsed) {
      const { message } = parsed;
      return typeof message === 'string' && message
        ? message.slice(0, 500)
        : undefined;
    }
  } catch {
    // Not a Status object: proxies answer in text or HTML, which says nothing that is safe to show.
  }
  return undefined;
}

/** Retry-After in either form, in milliseconds, no longer than ten minutes. */
export function retryAfter(
  header: string | undefined,
  now: number,
): number | undefined {
  if (!header) {
    return undefined;
  }
  const millis = /^\d+$/.test(header.trim())
    ? Number(header) * 1000
    : Date.parse(header) - now;
  return millis > 0 ? Math.min(millis, 600_000) : undefined;
}

/** One line for a person; an error of several addresses says nothing itself. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return reasonOf(error.errors[0]);
  }
  const { message } = error as { message?: unknown };
  const text = typeof message === 'string' ? message : String(error);
  return text.split('\n')[0].slice(0, 300);
}
