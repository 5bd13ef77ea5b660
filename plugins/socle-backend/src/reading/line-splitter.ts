const NEWLINE = 0x0a;

/**
 * Cuts a byte stream into lines without decoding it. A line within one chunk is handed on without a copy; what is kept
 * for later is copied, as the chunk may be overwritten.
 */
export class LineSplitter {
  private pending: Buffer[] = [];
  private pendingBytes = 0;

  constructor(
    private readonly onLine: (line: Buffer) => void,
    /** A line longer than this is no event but a fault. */
    private readonly maxBytes = 64 * 1024 * 1024,
  ) {}

  push(chunk: Buffer): void {
    let start = 0;
    // Most chunks are one line: what follows its end is not looked for.
    while (start < chunk.length) {
      const end = chunk.indexOf(NEWLINE, start);
      if (end < 0) {
        break;
      }
      this.emit(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) {
      this.pending.push(Buffer.from(chunk.subarray(start)));
      this.pendingBytes += chunk.length - start;
      if (this.pendingBytes > this.maxBytes) {
        this.pending = [];
        throw new RangeError(`a line of more than ${this.maxBytes} bytes`);
      }
    }
  }

  /** Bytes of a line that has not ended. */
  get unfinished(): number {
    return this.pendingBytes;
  }

  private emit(tail: Buffer): void {
    let line = tail;
    if (this.pendingBytes > 0) {
      this.pending.push(tail);
      line = Buffer.concat(this.pending);
      this.pending = [];
      this.pendingBytes = 0;
    }
    if (line.length > 0) {
      this.onLine(line);
    }
  }
}
