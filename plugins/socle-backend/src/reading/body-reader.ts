import { ChunkedDecoder } from './chunked-decoder';
import { BodyFraming } from './response-head';

/**
 * Takes the framing off a body: gives the function to push bytes into. `onEnd` is called where the framing tells the
 * end; a body that lasts until the connection is closed has none. Throws where the bytes are not framed as said.
 */
export function bodyReader(
  framing: BodyFraming,
  onBytes: (bytes: Buffer) => void,
  onEnd: () => void,
): (bytes: Buffer) => void {
  if (framing === 'untilClose') {
    return onBytes;
  }
  if (framing === 'chunked') {
    const decoder = new ChunkedDecoder(onBytes);
    return bytes => {
      decoder.push(bytes);
      if (decoder.done) {
        onEnd();
      }
    };
  }
  let left = framing.length;
  return bytes => {
    const part = bytes.subarray(0, left);
    left -= part.length;
    if (part.length > 0) {
      onBytes(part);
    }
    if (left === 0) {
      onEnd();
    }
  };
}
