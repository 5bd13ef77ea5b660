import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  endOfValue,
  isAt,
  isNumberByte,
  MINUS,
  NINE,
  NUMBER,
  OPEN_BRACE,
  OPEN_BRACKET,
  put,
  QUOTE,
  ZERO,
} from './json-bytes';
import { SelectedKey, SelectedKeys, Selection } from './selection';
import { StringCache } from './string-cache';

/** Strings up to this long are looked up before they are made. */
const CACHED_LENGTH = 64;
const EMPTY = Buffer.alloc(0);

/**
 * Reads JSON from bytes and makes only what is selected; the rest is passed over byte by byte. Of what is selected it
 * gives what `JSON.parse` gives, save that an integer of more than 15 digits comes as its text. No string holds on to
 * the bytes. What is passed over is checked for its ends only.
 */
export class SelectiveParser {
  private bytes: Buffer = EMPTY;
  private at = 0;
  private end = 0;

  constructor(
    private readonly selection: Selection,
    private readonly strings = new StringCache(),
  ) {}

  /** Throws a SyntaxError where the bytes are no JSON. */
  parse(bytes: Buffer): unknown {
    this.bytes = bytes;
    this.at = 0;
    this.end = bytes.length;
    try {
      const value = this.value(this.selection);
      if (this.peek() !== -1) {
        throw this.unexpected();
      }
      return value;
    } finally {
      this.bytes = EMPTY;
    }
  }

  private value(selection: Selection): unknown {
    switch (this.peek()) {
      case OPEN_BRACE:
        return this.object(selection);
      case OPEN_BRACKET:
        return this.array(selection);
      case QUOTE:
        return this.string(selection !== 'unique');
      case 0x74:
        return this.literal('true', true);
      case 0x66:
        return this.literal('false', false);
      case 0x6e:
        return this.literal('null', null);
      default:
        return this.number();
    }
  }

  private object(selection: Selection): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    const some = selection instanceof SelectedKeys ? selection : undefined;
    let empty = true;
    let passedOver: string | undefined;
    this.at += 1;
    if (this.peek() === CLOSE_BRACE) {
      this.at += 1;
      return result;
    }
    for (;;) {
      if (this.peek() !== QUOTE) {
        throw this.unexpected();
      }
      const from = this.at;
      const named = some ? this.namedKey(some) : undefined;
      const of = some ? named?.selection ?? some.rest : 'all';
      if (of === 'none') {
        if (some?.marked && passedOver === undefined) {
          this.at = from;
          passedOver = this.string();
        }
        this.expect(COLON);
        this.skip();
      } else {
        let key = named?.key;
        if (key === undefined) {
          this.at = from;
          key = this.string();
        }
        this.expect(COLON);
        put(result, key, this.value(of));
        empty = false;
      }
      const next = this.peek();
      this.at += 1;
      if (next === CLOSE_BRACE) {
        break;
      }
      if (next !== COMMA) {
        this.at -= 1;
        throw this.unexpected();
      }
    }
    if (empty && passedOver !== undefined) {
      put(result, passedOver, null);
    }
    return result;
  }

  /** Steps over a key; where it is one of those named, which. */
  private namedKey(some: SelectedKeys): SelectedKey | undefined {
    const { bytes } = this;
    const start = this.at + 1;
    let hash = 0;
    let at = start;
    for (; at < this.end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        this.at = at + 1;
        let entry = some.byHash.get(hash);
        while (entry && !isAt(entry.bytes, bytes, start, at)) {
          entry = entry.next;
        }
        return entry;
      }
      if (byte === BACKSLASH) {
        return some.find(this.string());
      }
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    throw this.unexpected(at);
  }

  private array(selection: Selection): unknown[] {
    const result: unknown[] = [];
    this.at += 1;
    if (this.peek() === CLOSE_BRACKET) {
      this.at += 1;
      return result;
    }
    for (;;) {
      result.push(this.value(selection));
      const next = this.peek();
      if (next !== COMMA && next !== CLOSE_BRACKET) {
        throw this.unexpected();
      }
      this.at += 1;
      if (next === CLOSE_BRACKET) {
        return result;
      }
    }
  }

  private string(mayComeAgain = true): string {
    const { bytes } = this;
    const start = this.at + 1;
    let plain = true;
    let escaped = false;
    let hash = 0;
    let at = start;
    for (; ; at++) {
      if (at >= this.end) {
        throw this.unexpected(at);
      }
      const byte = bytes[at];
      if (byte === QUOTE) {
        break;
      }
      if (byte === BACKSLASH) {
        escaped = true;
        at += 1;
      } else if (byte < 0x20) {
        throw this.unexpected(at);
      } else if (byte >= 0x80) {
        plain = false;
      }
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    this.at = at + 1;
    if (escaped) {
      return JSON.parse(bytes.toString('utf8', start - 1, at + 1));
    }
    if (!plain) {
      return bytes.toString('utf8', start, at);
    }
    return mayComeAgain && at - start <= CACHED_LENGTH
      ? this.strings.ascii(bytes, start, at, hash)
      : bytes.toString('latin1', start, at);
  }

  private number(): number | string {
    const { bytes } = this;
    const start = this.at;
    const negative = bytes[start] === MINUS;
    let at = negative ? start + 1 : start;
    const first = at;
    let value = 0;
    while (at < this.end && bytes[at] >= ZERO && bytes[at] <= NINE) {
      value = value * 10 + (bytes[at] - ZERO);
      at += 1;
    }
    const digits = at - first;
    while (at < this.end && isNumberByte(bytes[at])) {
      at += 1;
    }
    this.at = at;
    if (digits > 0 && digits <= 15 && at === first + digits) {
      if (digits > 1 && bytes[first] === ZERO) {
        throw this.unexpected(start);
      }
      return negative ? -value : value;
    }
    const text = bytes.toString('latin1', start, at);
    if (!NUMBER.test(text)) {
      throw this.unexpected(start);
    }
    return at === first + digits ? text : Number(text);
  }

  private literal<T>(text: string, value: T): T {
    for (let index = 0; index < text.length; index++) {
      if (this.bytes[this.at + index] !== text.charCodeAt(index)) {
        throw this.unexpected();
      }
    }
    this.at += text.length;
    return value;
  }

  /** Passes over one value. */
  private skip(): void {
    const first = this.peek();
    if (first !== QUOTE && first !== OPEN_BRACE && first !== OPEN_BRACKET) {
      this.value('all');
      return;
    }
    const at = endOfValue(this.bytes, this.at, this.end);
    if (at < 0) {
      throw this.unexpected(this.end);
    }
    this.at = at;
  }

  /** The next byte that is no white space, -1 at the end. */
  private peek(): number {
    const { bytes, end } = this;
    while (this.at < end) {
      const byte = bytes[this.at];
      if (byte > 0x20) {
        return byte;
      }
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
        throw this.unexpected();
      }
      this.at += 1;
    }
    return -1;
  }

  private expect(byte: number): void {
    if (this.peek() !== byte) {
      throw this.unexpected();
    }
    this.at += 1;
  }

  /** Says where, never what: the bytes may hold values that belong in no log. */
  private unexpected(at = this.at): SyntaxError {
    return new SyntaxError(
      at >= this.end ? 'JSON ends too early' : `no JSON at byte ${at}`,
    );
  }
}
