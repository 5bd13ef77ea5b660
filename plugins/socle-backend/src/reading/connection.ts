import { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';

/** How a cluster is reached, as the configuration says it. */
export type ClusterAccess =
  | { server: ServerAccess }
  | { kubeconfig: { path: string; context?: string } }
  | { inCluster: true };

export interface ServerAccess {
  /** May have a path, below which the API is served. */
  url: string;
  caFile?: string;
  /** PEM, or the base64 of it. */
  caData?: string;
  tokenFile?: string;
  token?: string;
  skipTLSVerify?: boolean;
}

export interface ClusterRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, string | number | boolean | undefined>;
  accept?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** It changes nothing, though it has a body: it may be sent twice. */
  readsOnly?: boolean;
  contentType?: string;
  /** Ends the request and the reading of its body. */
  signal?: AbortSignal;
  /** How long to wait for the head of the answer. */
  answerMillis?: number;
}

export interface ClusterResponse {
  status: number;
  headers: IncomingHttpHeaders;
  /** Must be read to its end or destroyed. */
  body: Readable;
}

/** The body of an answer, told as it comes: no stream lies between the connection and its reader. */
export interface ByteStream {
  /** Begins to tell the body. To be called once, at once. */
  follow(listener: ByteListener): void;
  /** Ends the reading; nothing is told any more. */
  destroy(): void;
}

export interface ByteListener {
  /** What the bytes hold is overwritten once this returns. Must not throw. */
  bytes(bytes: Buffer): void;
  /** Told once: whether the body came to its end, or the connection broke. */
  end(how: 'ended' | 'dropped'): void;
}

/** The API server of one cluster. */
export interface ClusterConnection {
  readonly name: string;
  /**
   * Sends a request and resolves with any answer, also one of an error status. Rejects with an `UnreachableError`
   * where there is none, or with the signal's reason.
   */
  request(path: string, request?: ClusterRequest): Promise<ClusterResponse>;
  /**
   * As `request`, for a watch: an answer of 200 may come as a stream of bytes, which costs a quarter of what a Readable
   * costs. Connections that have nothing better than `request` leave it out.
   */
  stream?(
    path: string,
    request?: ClusterRequest,
  ): Promise<ByteStream | ClusterResponse>;
  close(): void;
}
