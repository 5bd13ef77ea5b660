import { PassThrough, Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { UnreadableError } from './api-error';
import { ClusterResponse } from './connection';

const UNPACKERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** An answer with its body as it was before it was packed: nobody asks for that, and some servers do it all the same. */
export function unpacked(response: ClusterResponse): ClusterResponse {
  const packing = (response.headers['content-encoding'] ?? '')
    .trim()
    .toLowerCase();
  if (packing === '' || packing === 'identity') {
    return response;
  }
  if (!Object.hasOwn(UNPACKERS, packing)) {
    response.body.destroy();
    throw new UnreadableError(
      `the answer is packed as ${packing.slice(
        0,
        40,
      )}, which was not asked for`,
    );
  }
  return {
    ...response,
    body: through(UNPACKERS[packing](), response, packing),
  };
}

function through(
  unpacker: Transform,
  { body: packed }: ClusterResponse,
  packing: string,
): Readable {
  const body = new PassThrough();
  packed.on('error', error => body.destroy(error));
  unpacker.on('error', () =>
    body.destroy(
      new UnreadableError(`the answer cannot be unpacked (${packing})`),
    ),
  );
  // Whoever reads may end it, and nothing is then to be unpacked any more.
  body.once('close', () => {
    packed.destroy();
    unpacker.destroy();
  });
  packed.pipe(unpacker).pipe(body);
  return body;
}
