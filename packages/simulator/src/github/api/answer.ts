/** What goes back to a caller of the API. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

const DOCS = 'https://docs.github.com/rest';

/** An error as GitHub words it. */
export class GithubError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly more: {
      errors?: unknown[];
      headers?: Record<string, string>;
    } = {},
  ) {
    super(message);
  }

  toAnswer(): Answer {
    const { errors, headers } = this.more;
    return {
      status: this.status,
      body: {
        message: this.message,
        ...(errors && { errors }),
        documentation_url: DOCS,
        status: String(this.status),
      },
      headers,
    };
  }
}

export function notFound(): GithubError {
  return new GithubError(404, 'Not Found');
}

export function unprocessable(message: string): GithubError {
  return new GithubError(422, message);
}

/** 422 with the field that is wrong; `code` is one of GitHub's words, `custom` where the message says it. */
export function invalid(
  resource: string,
  field: string,
  code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'custom',
  message?: string,
): GithubError {
  return new GithubError(422, 'Validation Failed', {
    errors: [{ resource, field, code, ...(message && { message }) }],
  });
}

export function ok(body: unknown, headers?: Record<string, string>): Answer {
  return { status: 200, body, headers };
}

export function created(body: unknown): Answer {
  return { status: 201, body };
}
