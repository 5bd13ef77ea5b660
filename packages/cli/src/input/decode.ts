/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark, as PowerShell writes when a dump is redirected.
 * Throws where it is neither.
 */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  let encoding = 'utf-8';
  if (first === 0xff && second === 0xfe) encoding = 'utf-16le';
  if (first === 0xfe && second === 0xff) encoding = 'utf-16be';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`it is not text in ${encoding.toUpperCase()}`);
  }
}
