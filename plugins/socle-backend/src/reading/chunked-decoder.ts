const CR = 0x0d;
const LF = 0x0a;
const SEMICOLON = 0x3b;
const SPACE = 0x20;
const TAB = 0x09;

/** Two GiB less one: no event is as long, and a size that overflows must not wrap round. */
const MAX_CHUNK = 0x7fffffff;
/** Bytes that one size line with its extensions may take, and all trailers together. */
const MAX_LINE = 16 * 1024;

type State =
  | 'size'
  | 'extension'
  | 'sizeEnd'
  | 'data'
  | 'dataEnd'
  | 'dataEndLf'
  | 'trailerStart'
  | 'trailer'
  | 'trailerLf'
  | 'lastLf'
  | 'done';

/**
 * Takes the chunked transfer coding (RFC 9112 §7.1) off a byte stream that may be cut anywhere. Extensions and trailers
 * are passed over. What is handed on is a part of what was pushed, not a copy of it.
 */
export class ChunkedDecoder {
  private state: State = 'size';
  /** Of the size line: its value so far; of the data: what is left of it. */
  private left = 0;
  private digits = 0;
  private lineBytes = 0;

  constructor(private readonly onData: (bytes: Buffer) => void) {}

  /** Whether the last chunk and the trailers were read; what follows is not part of the body. */
  get done(): boolean {
    return this.state === 'done';
  }

  /** Throws where the bytes are no chunks; what came before was handed on. */
  push(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length && this.state !== 'done') {
      if (this.state === 'data') {
        const end = Math.min(bytes.length, at + this.left);
        this.left -= end - at;
        if (this.left === 0) {
          this.state = 'dataEnd';
        }
        this.onData(bytes.subarray(at, end));
        at = end;
      } else {
        this.framing(bytes[at]);
        at += 1;
      }
    }
  }

  private framing(byte: number): void {
    switch (this.state) {
      case 'size':
        this.size(byte);
        break;
      case 'extension':
        this.count();
        if (byte === CR) {
          this.state = 'sizeEnd';
        } else if (byte === LF) {
          throw malformed();
        }
        break;
      case 'sizeEnd':
        this.expect(byte, LF, this.left > 0 ? 'data' : 'trailerStart');
        this.digits = 0;
        this.lineBytes = 0;
        break;
      case 'dataEnd':
        this.expect(byte, CR, 'dataEndLf');
        break;
      case 'dataEndLf':
        this.expect(byte, LF, 'size');
        break;
      case 'trailerStart':
      case 'trailer':
        this.trailer(byte);
        break;
      case 'trailerLf':
        this.expect(byte, LF, 'trailerStart');
        break;
      default:
        this.expect(byte, LF, 'done');
    }
  }

  private size(byte: number): void {
    const digit = hexDigit(byte);
    if (digit >= 0) {
      this.left = this.left * 16 + digit;
      this.digits += 1;
      this.count();
      if (this.left > MAX_CHUNK) {
        throw malformed();
      }
    } else if (this.digits === 0) {
      throw malformed();
    } else if (byte === CR) {
      this.state = 'sizeEnd';
    } else if (byte === SEMICOLON || byte === SPACE || byte === TAB) {
      this.state = 'extension';
    } else {
      throw malformed();
    }
  }

  private trailer(byte: number): void {
    this.count();
    if (byte === CR) {
      this.state = this.state === 'trailerStart' ? 'lastLf' : 'trailerLf';
    } else if (byte === LF) {
      throw malformed();
    } else {
      this.state = 'trailer';
    }
  }

  private expect(byte: number, wanted: number, next: State): void {
    if (byte !== wanted) {
      throw malformed();
    }
    this.state = next;
  }

  private count(): void {
    this.lineBytes += 1;
    if (this.lineBytes > MAX_LINE) {
      throw malformed();
    }
  }
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1;
}

function malformed(): Error {
  return new Error('the answer is not chunked as it says');
}
