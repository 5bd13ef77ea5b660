import { RawObject } from '../reading/raw';
import type { KindId } from './kind';

/**
 * The kind of the objects that stand for configured instances: whether they answer. The subject of each answer points
 * to the one that gave it, by a link `askedBy`.
 * @public
 */
export const PROBE_KIND: KindId = 'http-sources.socle.dev/Probe';

/** @public The version of {@link PROBE_KIND}. */
export const PROBE_VERSION = 'v1';

/**
 * What one HTTP request was answered. Status and body are as they came: nothing about them may be relied on.
 * @public
 */
export interface HttpAnswer {
  /** Path below the configured address, without query: `/api/v2.0/health`. */
  path: string;
  query: URLSearchParams;
  httpStatus: number;
  /** Parsed where it is JSON, else text; undefined where there was none. */
  body: unknown;
  /** Path and query of the next page, where the header `Link` named one. */
  next?: string;
}

/**
 * Which instance of a system is asked.
 * @public
 */
export interface ProbeTarget {
  /** Name from the configuration; for the built-in probes of a cluster, the cluster's name. */
  name: string;
  /** The namespace that its objects are put in: the configured one, else the name. */
  namespace: string;
  /** `host:port` of the addresses that others may know it by, for {@link endpointKey}. */
  endpoints: readonly string[];
}

/**
 * What an answer says, as objects of the system's `<system>.socle.dev` kinds ({@link probeObject}).
 * @public
 */
export interface ProbeReading {
  /** The thing that the answer as a whole is about: its health is the answer's. Else the worst of the items is. */
  subject?: RawObject;
  /** Things inside it that have a state of their own. */
  items?: readonly RawObject[];
}

/**
 * What is known while a round of requests goes on.
 * @public
 */
export interface ProbeRound {
  target: ProbeTarget;
  /**
   * The objects of one kind that the requests before this one told in this round; of one that failed, what it told
   * last.
   */
  found(kind: string): readonly RawObject[];
  /**
   * `namespace/name` (`/name` where there is none) of the objects of a kind in the cluster's API. While they are not
   * all read, nothing that was told of others is taken for gone.
   */
  listed(kind: KindId): readonly string[];
}

/**
 * One request of a probe.
 * @public
 */
export interface ProbeRequest {
  /** Unique in the probe, lower case with dashes: `health`. Names the request in messages and in the freshness. */
  id: string;
  /** Recognises the path of an answer, recorded ones too: `/^\/api\/v2\.0\/health$/`. */
  path: RegExp;
  /**
   * GET where it is left out. POST is for what only reads and is served in no other way: nothing that is asked may
   * change a state, make an object or sign anybody in. Never of the cluster's own API.
   */
  method?: 'GET' | 'POST';
  /** What a POST sends as JSON, the same for each path and each round; nothing of an answer goes into it. */
  body?: Readonly<RawObject>;
  /**
   * What is asked in a round, path and query; left out where it is only understood when recorded. Undefined where it
   * would be refused as the system is now: what it told before stays, as of then.
   */
  asks?(round: ProbeRound): readonly string[] | undefined;
  /** A further page of the same list, where the answer is not all of it. At most 100 are read. */
  nextPage?(answer: HttpAnswer): string | undefined;
  /** Statuses beside 2xx that are answers and not failures: 429 and 503 of Vault's health. */
  statuses?: readonly number[];
  /**
   * Not every version or set-up has it: that the server does not know it (404, 405, 501) means that there is none of
   * what it would tell. Without this, what it would tell is then not known.
   */
  optional?: boolean;
  /**
   * Its paths ask things that fail apart (nodes): one that does not answer makes what it told before stale, and leaves
   * the source as fresh as the others are.
   */
  apart?: boolean;
  /** The answer's objects; undefined where it is not of this system after all (another one has the same path). */
  read(answer: HttpAnswer, target: ProbeTarget): ProbeReading | undefined;
}

/** @public How the configured credential is sent. */
export type ProbeCredential =
  | 'none'
  | 'basic'
  | 'bearer'
  /** The token in a header of this name: `X-Vault-Token`. */
  | { header: string };

/**
 * How a system is asked over HTTP, beside the cluster's API. All functions are pure: who asks keeps time-outs,
 * back-off and freshness.
 * @public
 */
export interface ProbeDefinition {
  /** The key under `socle.probes` in the configuration: `harbor`. */
  id: string;
  /** `configured` instances have an address of their own; `cluster` asks each cluster's API server. */
  target: 'configured' | 'cluster';
  credential: ProbeCredential;
  /** Seconds between two rounds, 5 or more (default 30). */
  everySeconds?: number;
  /**
   * In the order they are asked: a later one may build on what an earlier one found. Good news without a body is taken
   * only from who has said something in the round that the system recognised.
   */
  requests: readonly ProbeRequest[];
}

/**
 * An object as a probe finds it. Objects of the same kind and name from several requests of a round become one, their
 * `spec` and `status` laid over each other field by field.
 * @public
 */
export function probeObject(
  system: string,
  kind: string,
  name: string,
  target: ProbeTarget,
  parts: {
    /** When the thing came to be, as RFC 3339, where the answer says so. */
    created?: string;
    spec?: RawObject;
    status?: RawObject;
  },
): RawObject {
  return {
    apiVersion: `${system}.socle.dev/v1`,
    kind,
    metadata: {
      name,
      namespace: target.namespace,
      uid: `${system}/${target.name}/${kind}/${name}`,
      ...(parts.created ? { creationTimestamp: parts.created } : {}),
    },
    ...(parts.spec ? { spec: parts.spec } : {}),
    ...(parts.status ? { status: parts.status } : {}),
  };
}

/**
 * The key by which what refers to an address (a SecretStore its Vault) meets the instance that answers there. The
 * instance provides it for each of its target's endpoints.
 * @public
 */
export function endpointKey(endpoint: string): string {
  return `endpoint:${endpoint.toLowerCase()}`;
}

/**
 * `host:port` of an address, with the port of its scheme where it names none; undefined where it is no HTTP address.
 * @public
 */
export function endpointOf(address: string): string | undefined {
  const found =
    /^(https?):\/\/(?:[^/@]*@)?(\[[^\]]+\]|[^/:?#]+)(?::(\d+))?/i.exec(address);
  if (!found) return undefined;
  const port = found[3] ?? (found[1].toLowerCase() === 'https' ? '443' : '80');
  return `${found[2].toLowerCase()}:${port}`;
}
