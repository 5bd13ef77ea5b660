import { Fields } from './object';

/** @public A `Status` of a failed call, as Kubernetes writes it. */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: { continue?: string };
  status: 'Failure' | 'Success';
  message?: string;
  reason?: string;
  details?: Fields;
  code: number;
}

/** What a resource is called in messages. */
export interface Named {
  group: string;
  plural: string;
}

export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    readonly details?: Fields,
    readonly metadata: Status['metadata'] = {},
  ) {
    super(message);
  }

  toStatus(): Status {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: this.metadata,
      status: 'Failure',
      message: this.message,
      ...(this.reason && { reason: this.reason }),
      ...(this.details && { details: this.details }),
      code: this.code,
    };
  }
}

function qualified({ group, plural }: Named): string {
  return group ? `${plural}.${group}` : plural;
}

function about({ group, plural }: Named, name?: string): Fields {
  return { ...(name && { name }), ...(group && { group }), kind: plural };
}

export const notFound = (type: Named, name: string) =>
  new ApiError(
    404,
    'NotFound',
    `${qualified(type)} "${name}" not found`,
    about(type, name),
  );

export const noSuchResource = () =>
  new ApiError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );

export const alreadyExists = (type: Named, name: string) =>
  new ApiError(
    409,
    'AlreadyExists',
    `${qualified(type)} "${name}" already exists`,
    about(type, name),
  );

export const conflict = (type: Named, name: string, why: string) =>
  new ApiError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(type)} "${name}": ${why}`,
    about(type, name),
  );

export const objectModified = (type: Named, name: string) =>
  conflict(
    type,
    name,
    'the object has been modified; please apply your changes to the latest version and try again',
  );

export const unauthorized = () =>
  new ApiError(401, 'Unauthorized', 'Unauthorized');

export const forbidden = (
  type: Named,
  verb: string,
  user: string,
  namespace?: string,
  name?: string,
) =>
  new ApiError(
    403,
    'Forbidden',
    `${qualified(type)}${
      name ? ` "${name}"` : ''
    } is forbidden: User "${user}" cannot ${verb} resource "${
      type.plural
    }" in API group "${type.group}" ${
      namespace ? `in the namespace "${namespace}"` : 'at the cluster scope'
    }`,
    about(type, name),
  );

export const badRequest = (message: string) =>
  new ApiError(400, 'BadRequest', message);

export const expired = (message: string, metadata: Status['metadata'] = {}) =>
  new ApiError(410, 'Expired', message, undefined, metadata);

export const tooLargeResourceVersion = (wanted: number, current: number) =>
  new ApiError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${wanted}, current: ${current}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );

export const tooManyRequests = (retryAfterSeconds: number) =>
  new ApiError(
    429,
    'TooManyRequests',
    'Too many requests, please try again later.',
    { retryAfterSeconds },
  );

export const methodNotAllowed = () =>
  new ApiError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );

export const notAcceptable = (message?: string) =>
  new ApiError(
    406,
    'NotAcceptable',
    message ??
      'only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf',
  );

export const unsupportedMediaType = (accepted: string[]) =>
  new ApiError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  );

export interface FieldCause {
  /** `FieldValueForbidden`, `FieldValueInvalid`, `FieldValueRequired`, `FieldValueNotSupported`. */
  reason: string;
  message: string;
  field: string;
}

export function invalid(
  type: { group: string; kind: string },
  name: string,
  causes: FieldCause[],
): ApiError {
  const said = causes.map(cause => `${cause.field}: ${cause.message}`);
  return new ApiError(
    422,
    'Invalid',
    `${
      type.group ? `${type.kind}.${type.group}` : type.kind
    } "${name}" is invalid: ${
      said.length === 1 ? said[0] : `[${said.join(', ')}]`
    }`,
    {
      ...(name && { name }),
      ...(type.group && { group: type.group }),
      kind: type.kind,
      causes,
    },
  );
}
