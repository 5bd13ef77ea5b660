import {
  errorOfAnswer,
  reasonOf,
  UnreachableError,
  UnreadableError,
} from './api-error';
import { Clock } from './clock';
import {
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from './connection';

export interface ReadingLimits {
  /** How long the body may take. */
  totalMillis: number;
  /** How long there may be no byte. */
  silenceMillis: number;
  /** How much there may be; more is an error, and not read. */
  maxBytes?: number;
}

const LIMITS: ReadingLimits = { totalMillis: 60_000, silenceMillis: 30_000 };

/** The whole body of a successful answer; rejects for any other. */
export async function readAnswer(
  connection: ClusterConnection,
  clock: Clock,
  path: string,
  request: ClusterRequest = {},
  limits: ReadingLimits = LIMITS,
): Promise<Buffer> {
  const response = await connection.request(path, request);
  return bodyOf(response, clock, limits, request.signal);
}

/** {@link readAnswer} of JSON that is small. */
export async function readJson(
  connection: ClusterConnection,
  clock: Clock,
  path: string,
  request: ClusterRequest = {},
): Promise<unknown> {
  const body = await readAnswer(connection, clock, path, request);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new UnreadableError(`${path} was not answered with JSON`);
  }
}

/** Reads a body to its end; rejects for an error status with what the server says. */
export async function bodyOf(
  response: ClusterResponse,
  clock: Clock,
  limits: ReadingLimits = LIMITS,
  signal?: AbortSignal,
): Promise<Buffer> {
  const bytes = await bytesOf(response, clock, limits, signal);
  const { status, headers } = response;
  if (status < 200 || status >= 300) {
    throw errorOfAnswer(status, headers, bytes.toString('utf8'), clock.now());
  }
  return bytes;
}

/** Reads a body to its end, whatever the status. */
export async function bytesOf(
  { body }: ClusterResponse,
  clock: Clock,
  limits: ReadingLimits,
  signal?: AbortSignal,
): Promise<Buffer> {
  const { maxBytes = Infinity } = limits;
  let size = 0;
  const chunks: Buffer[] = [];
  const began = clock.now();
  let heardAt = began;
  let cancel = () => {};
  const check = () => {
    const now = clock.now();
    const left = Math.min(
      began + limits.totalMillis - now,
      heardAt + limits.silenceMillis - now,
    );
    if (left <= 0) {
      body.destroy(
        new UnreachableError('the answer began and did not come to its end'),
      );
      return;
    }
    cancel = clock.after(left, check);
  };
  check();
  try {
    await new Promise<void>((resolve, reject) => {
      body.on('data', (chunk: Buffer) => {
        heardAt = clock.now();
        size += chunk.length;
        if (size > maxBytes) {
          body.destroy(
            new UnreadableError(
              `the answer is larger than ${maxBytes / 1024 / 1024} MiB`,
            ),
          );
          return;
        }
        chunks.push(chunk);
      });
      body.on('end', resolve);
      body.on('error', reject);
      body.on('close', () => reject(new UnreachableError('connection closed')));
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof UnreachableError || error instanceof UnreadableError
      ? error
      : new UnreachableError(reasonOf(error));
  } finally {
    cancel();
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}
