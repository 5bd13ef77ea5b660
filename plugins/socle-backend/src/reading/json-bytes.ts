export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const MINUS = 0x2d;
export const ZERO = 0x30;
export const NINE = 0x39;

/** A whole number of JSON; nothing but JSON's own form. */
export const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Where the string, object or array that begins at `at` ends; -1 where the bytes end first. */
export function endOfValue(bytes: Buffer, at: number, end: number): number {
  let depth = 0;
  let next = at;
  do {
    if (next >= end) {
      return -1;
    }
    const byte = bytes[next++];
    if (byte === QUOTE) {
      next = endOfString(bytes, next, end);
      if (next < 0) {
        return -1;
      }
    } else if (byte >= OPEN_BRACKET) {
      // One bit tells `[` from `{`, and `]` from `}`.
      const brace = byte | 0x20;
      if (brace === OPEN_BRACE) {
        depth += 1;
      } else if (brace === CLOSE_BRACE) {
        depth -= 1;
      }
    }
  } while (depth > 0);
  return next;
}

/** Where the string that `at` is in ends. Four bytes a turn: most of what is passed over is strings. */
function endOfString(bytes: Buffer, at: number, end: number): number {
  const last = end - 4;
  let next = at;
  for (;;) {
    while (next <= last) {
      const first = bytes[next];
      if (first === QUOTE || first === BACKSLASH) break;
      const second = bytes[next + 1];
      if (second === QUOTE || second === BACKSLASH) {
        next += 1;
        break;
      }
      const third = bytes[next + 2];
      if (third === QUOTE || third === BACKSLASH) {
        next += 2;
        break;
      }
      const fourth = bytes[next + 3];
      if (fourth === QUOTE || fourth === BACKSLASH) {
        next += 3;
        break;
      }
      next += 4;
    }
    if (next >= end) {
      return -1;
    }
    const byte = bytes[next++];
    if (byte === QUOTE) return next;
    if (byte === BACKSLASH) next += 1;
  }
}

/** A byte that a number may hold. */
export function isNumberByte(byte: number): boolean {
  return (
    (byte >= ZERO && byte <= NINE) ||
    byte === MINUS ||
    byte === 0x2b ||
    byte === 0x2e ||
    byte === 0x45 ||
    byte === 0x65
  );
}

/** Whether a key is written at a place, without escapes. */
export function isAt(key: Buffer, bytes: Buffer, start: number, end: number) {
  if (key.length !== end - start) {
    return false;
  }
  for (let index = 0; index < key.length; index++) {
    if (key[index] !== bytes[start + index]) {
      return false;
    }
  }
  return true;
}

/** As `JSON.parse` does: `__proto__` becomes a key of its own and reaches no prototype. */
export function put(
  into: Record<string, unknown>,
  key: string,
  value: unknown,
) {
  if (key === '__proto__') {
    Object.defineProperty(into, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    into[key] = value;
  }
}
