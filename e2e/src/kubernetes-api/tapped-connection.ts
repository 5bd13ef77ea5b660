import { pipeline, Transform } from 'node:stream';
import {
  ByteListener,
  ByteStream,
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from '@socle/backstage-plugin-socle-backend/src/reading';

/** A connection that tells what went over it, and can be cut. */
export class TappedConnection implements ClusterConnection {
  readonly requests: Array<{ path: string; query: ClusterRequest['query'] }> =
    [];
  /** Every byte that was received, as text. */
  received = '';
  /** Called before each request is sent. */
  before: (request: ClusterRequest) => Promise<void> = async () => {};
  private readonly watches = new Set<() => void>();

  constructor(private readonly inner: ClusterConnection) {}

  get name(): string {
    return this.inner.name;
  }

  get openWatches(): number {
    return this.watches.size;
  }

  async request(
    path: string,
    request: ClusterRequest = {},
  ): Promise<ClusterResponse> {
    this.requests.push({ path, query: request.query });
    await this.before(request);
    return this.tapped(await this.inner.request(path, request), request);
  }

  async stream(
    path: string,
    request: ClusterRequest = {},
  ): Promise<ByteStream | ClusterResponse> {
    this.requests.push({ path, query: request.query });
    await this.before(request);
    const { inner } = this;
    const opened = inner.stream
      ? await inner.stream(path, request)
      : await inner.request(path, request);
    return 'follow' in opened
      ? this.tappedStream(opened)
      : this.tapped(opened, request);
  }

  private tapped(
    response: ClusterResponse,
    request: ClusterRequest,
  ): ClusterResponse {
    const body = new Transform({
      transform: (chunk: Buffer, _encoding, pass) => {
        this.received += chunk.toString('latin1');
        pass(null, chunk);
      },
    });
    pipeline(response.body, body, () => {});
    if (request.query?.watch && response.status === 200) {
      const cut = () => body.destroy(new Error('cut'));
      this.watches.add(cut);
      body.once('close', () => this.watches.delete(cut));
    }
    return { ...response, body };
  }

  private tappedStream(stream: ByteStream): ByteStream {
    let told: ByteListener | undefined;
    const cut = () => {
      this.watches.delete(cut);
      stream.destroy();
      told?.end('dropped');
    };
    this.watches.add(cut);
    return {
      follow: listener => {
        told = listener;
        stream.follow({
          bytes: bytes => {
            this.received += bytes.toString('latin1');
            listener.bytes(bytes);
          },
          end: how => {
            this.watches.delete(cut);
            listener.end(how);
          },
        });
      },
      destroy: () => {
        this.watches.delete(cut);
        stream.destroy();
      },
    };
  }

  /** Breaks the connections of open watches. */
  cut(): void {
    this.watches.forEach(cut => cut());
  }

  lists(): number {
    return this.requests.filter(({ query }) => !query?.watch).length;
  }

  close(): void {
    this.inner.close();
  }
}
