import { pipeline, Readable, Transform } from 'node:stream';
import {
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
  private readonly watches = new Set<Readable>();

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
    const response = await this.inner.request(path, request);
    const body = new Transform({
      transform: (chunk: Buffer, _encoding, pass) => {
        this.received += chunk.toString('latin1');
        pass(null, chunk);
      },
    });
    pipeline(response.body, body, () => {});
    if (request.query?.watch && response.status === 200) {
      this.watches.add(body);
      body.once('close', () => this.watches.delete(body));
    }
    return { ...response, body };
  }

  /** Breaks the connections of open watches. */
  cut(): void {
    this.watches.forEach(body => body.destroy(new Error('cut')));
  }

  lists(): number {
    return this.requests.filter(({ query }) => !query?.watch).length;
  }

  close(): void {
    this.inner.close();
  }
}
