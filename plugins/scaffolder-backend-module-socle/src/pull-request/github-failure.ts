import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';

interface HttpFailure {
  status: number;
  message: string;
  response?: { headers?: Record<string, string | number | undefined> };
}

/** Whether an error is an answer of the API, or of the way there. */
export function isHttpFailure(error: unknown): error is Error & HttpFailure {
  return (
    error instanceof Error &&
    typeof (error as { status?: unknown }).status === 'number'
  );
}

/** An error of GitHub's API in words that say what to do; `after` says what is left behind. */
export function githubFailure(
  error: unknown,
  host: string,
  after: string,
): Error {
  if (!isHttpFailure(error)) {
    return new ServiceUnavailableError(
      `${host} could not be reached (${
        error instanceof Error ? error.message : 'no reason was given'
      }). ${after}`,
    );
  }
  const { status } = error;
  const wait = limitedUntil(error);
  if (wait) {
    return new ServiceUnavailableError(
      `The rate limit of ${host} is used up; ${wait}. ${after}`,
    );
  }
  switch (status) {
    case 401:
      return new NotAllowedError(
        `${host} does not accept the token of the integration. ${after}`,
      );
    case 403:
      return new NotAllowedError(
        `${host} does not let the token do this. ${after}`,
      );
    case 404:
      return new NotFoundError(
        `${host} has no such repository or branch, or does not show it to the token. ${after}`,
      );
    case 409:
    case 422:
      return new ConflictError(
        `${host} refused the change (${status}: ${firstLine(
          error.message,
        )}). ${after}`,
      );
    default:
      return new ServiceUnavailableError(
        `${host} answered ${status}. ${after}`,
      );
  }
}

function limitedUntil({ status, response }: HttpFailure): string | undefined {
  const { headers = {} } = response ?? {};
  if (status !== 403 && status !== 429) {
    return undefined;
  }
  const retryAfter = Number(headers['retry-after']);
  if (retryAfter > 0) {
    return `try again in ${retryAfter} seconds`;
  }
  const reset = Number(headers['x-ratelimit-reset']);
  if (String(headers['x-ratelimit-remaining']) === '0') {
    return reset > 0
      ? `it is refilled at ${new Date(reset * 1000).toISOString()}`
      : 'try again later';
  }
  return status === 429 ? 'try again later' : undefined;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0].slice(0, 200);
}
