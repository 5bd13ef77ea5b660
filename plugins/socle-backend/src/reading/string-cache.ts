/**
 * The strings that were read last, so that keys, phases, images and node names that come back by the ten thousand
 * are one string in memory. Of fixed size: a string pushes out the one in its slot.
 */
export class StringCache {
  private readonly slots: Array<string | undefined>;
  private readonly mask: number;

  /** @param bits - the number of slots as a power of two */
  constructor(bits = 13) {
    this.slots = new Array(2 ** bits).fill(undefined);
    this.mask = 2 ** bits - 1;
  }

  /** The string of ASCII bytes whose {@link keyHash} is `hash`. */
  ascii(bytes: Buffer, start: number, end: number, hash: number): string {
    const slot = (hash ^ (hash >>> 15)) & this.mask;
    const known = this.slots[slot];
    if (known !== undefined && equals(known, bytes, start, end)) {
      return known;
    }
    const fresh = bytes.toString('latin1', start, end);
    this.slots[slot] = fresh;
    return fresh;
  }
}

function equals(text: string, bytes: Buffer, start: number, end: number) {
  if (text.length !== end - start) {
    return false;
  }
  for (let at = start, index = 0; at < end; at++, index++) {
    if (text.charCodeAt(index) !== bytes[at]) {
      return false;
    }
  }
  return true;
}
