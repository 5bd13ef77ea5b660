import { IncomingMessage } from 'node:http';
import { CORE_SCHEMA, load } from 'js-yaml';
import {
  ApiError,
  badRequest,
  unsupportedMediaType,
} from '../storage/api-error';
import { isFields, KubeObject, ObjectMeta } from '../storage/object';

const maxBytes = 3 * 1024 * 1024;

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new ApiError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${maxBytes}`,
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export function mediaTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? 'application/json')
    .split(';')[0]
    .trim();
}

/** The body as JSON or YAML; undefined where there is none. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  if (text.trim() === '') return undefined;
  try {
    return mediaTypeOf(request).endsWith('yaml')
      ? load(text, { schema: CORE_SCHEMA })
      : JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw badRequest(`couldn't get version/kind; json parse error: ${why}`);
  }
}

export async function readObject(
  request: IncomingMessage,
  apiVersion: string,
  kind: string,
): Promise<KubeObject> {
  const accepted = ['application/json', 'application/yaml'];
  if (!accepted.includes(mediaTypeOf(request)))
    throw unsupportedMediaType(accepted);
  return toObject(await readBody(request), apiVersion, kind);
}

/** A body names its own kind, and it must be the one that the path serves. */
export function toObject(
  body: unknown,
  apiVersion: string,
  kind: string,
): KubeObject {
  if (!isFields(body))
    throw badRequest('the body of the request is not an object');
  const said = `${body.apiVersion ?? apiVersion}, Kind=${body.kind ?? kind}`;
  if (said !== `${apiVersion}, Kind=${kind}`) {
    throw badRequest(
      `the API version in the data (${body.apiVersion}, Kind=${body.kind}) does not match the expected API version (${apiVersion}, Kind=${kind})`,
    );
  }
  const metadata: Partial<ObjectMeta> = isFields(body.metadata)
    ? body.metadata
    : {};
  return { ...body, apiVersion, kind, metadata: { name: '', ...metadata } };
}
