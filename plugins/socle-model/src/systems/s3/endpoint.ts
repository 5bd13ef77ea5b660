import { defineKind } from '../../definition/kind';
import { endpointKey } from '../../definition/probe';
import {
  booleanAt,
  numberAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { judgeEndpoint } from './endpoint-health';

/** An address that serves S3, as a stranger sees it. Absent is what was not told. */
export type EndpointFacts = {
  endpoints: string[];
  /** `MinIO` or `RustFS`; others do not say. */
  product?: string;
  version?: string;
  /** The S3 error that a request without a signature is answered with. */
  errorCode?: string;
  /** How many buckets a stranger may list. */
  listed?: number;
  live?: boolean;
  busy: boolean;
  ready?: boolean;
  storageReady?: boolean;
  /** What keeps it from being ready, in its own words. */
  notReadyReasons: string[];
  writeQuorum?: boolean;
  readQuorum?: boolean;
};

export const endpoint = defineKind<EndpointFacts>({
  group: 's3.socle.dev',
  kind: 'Endpoint',
  plural: 'endpoints',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  statusless: true,
  patienceMinutes: 0,
  project,
  provides: ({ facts }) => facts.endpoints.map(endpointKey),
  health: judgeEndpoint,
  reasons: [
    {
      code: 'S3Ready',
      cause: 'The server says that it can read and write.',
      evidence: 'status.writeQuorum',
      remedy: false,
    },
    {
      code: 'S3OnlyAnswers',
      cause: 'It answers as S3 does, and tells no more to a stranger.',
      evidence: 'status.errorCode',
      remedy: false,
    },
    {
      code: 'S3NotTold',
      cause: 'Nothing was told of how the server is.',
      evidence: 'status',
      remedy: false,
    },
    {
      code: 'S3StorageNotReady',
      cause: 'The server cannot use its own disks.',
      evidence: 'status.readiness.storage',
    },
    {
      code: 'S3QuorumLost',
      cause: 'Too few servers or disks are there to write, or to read.',
      evidence: 'status.writeQuorum',
    },
    {
      code: 'S3NotReady',
      cause: 'The server says that it is not ready for requests.',
      evidence: 'status.readiness.ready',
    },
    {
      code: 'S3Busy',
      cause: 'The server turns requests away for too much load.',
      evidence: 'status.busy',
    },
  ],
  shows: ['product', 'version', 'listed'],
});

function project(raw: RawObject): EndpointFacts {
  const said = ['liveness', 'readiness'].map(part => ({
    ready: booleanAt(raw, 'status', part, 'ready'),
    storage: booleanAt(raw, 'status', part, 'storage'),
    reasons: stringsAt(raw, 'status', part, 'reasons'),
  }));
  return {
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    product: stringAt(raw, 'status', 'product'),
    version: stringAt(raw, 'status', 'version'),
    errorCode: stringAt(raw, 'status', 'errorCode'),
    listed: numberAt(raw, 'status', 'listed'),
    live: booleanAt(raw, 'status', 'live'),
    busy: booleanAt(raw, 'status', 'busy') === true,
    ready: allOf([
      booleanAt(raw, 'status', 'ready'),
      ...said.map(({ ready }) => ready),
    ]),
    storageReady: allOf(said.map(({ storage }) => storage)),
    notReadyReasons: [...new Set(said.flatMap(({ reasons }) => reasons))],
    writeQuorum: booleanAt(raw, 'status', 'writeQuorum'),
    readQuorum: booleanAt(raw, 'status', 'readQuorum'),
  };
}

/** False where one is, undefined where none is told. */
function allOf(told: ReadonlyArray<boolean | undefined>): boolean | undefined {
  const known = told.filter(one => one !== undefined);
  return known.length > 0 ? known.every(Boolean) : undefined;
}
