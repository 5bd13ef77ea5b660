import { ProbeDefinition, ProbeRound } from '../../definition/probe';
import { numberAt, stringAt } from '../../reading/raw';
import {
  readBucketInfo,
  readBucketList,
  readKeyInfo,
  readKeyList,
} from './read-buckets';
import {
  readHealth,
  readLayout,
  readLayoutHistory,
  readPlainHealth,
  readStatus,
} from './read-cluster';
import {
  readBlockErrors,
  readNodeInfo,
  readStatistics,
  readWorkers,
} from './read-nodes';

/** Each bucket's figures are a request of their own; in a round those of so many buckets are read, by name. */
const MOST_BUCKETS = 200;

function api(round: ProbeRound): string | undefined {
  return round
    .found('Cluster')
    .map(cluster => stringAt(cluster, 'status', 'api'))
    .find(Boolean);
}

/** What 0.9 and 1.x do not have. */
const v2 = (path: string) => (round: ProbeRound) =>
  api(round) === 'v1' ? [] : [path];

/** What is asked of 0.9 and 1.x only. */
const v1 = (path: string) => (round: ProbeRound) =>
  api(round) === 'v1' ? [path] : [];

/** Version 2 answered that it is not there. */
function isBefore2(round: ProbeRound): boolean {
  return round
    .found('Cluster')
    .some(cluster => numberAt(cluster, 'status', 'refused') === 404);
}

function bucketIds(round: ProbeRound): string[] {
  return round
    .found('Bucket')
    .flatMap(bucket => stringAt(bucket, 'spec', 'id') ?? [])
    .slice(0, MOST_BUCKETS)
    .map(encodeURIComponent);
}

/**
 * Garage's administration API, version 2 with version 1 to fall back on. Nothing asks for a secret key. The workers
 * are listed by POST, for the filter is its body: an empty one lists them all.
 */
export const garageProbe: ProbeDefinition = {
  id: 'garage',
  target: 'configured',
  credential: 'bearer',
  everySeconds: 60,
  requests: [
    {
      id: 'plain-health',
      path: /^\/health$/,
      asks: () => ['/health'],
      statuses: [503],
      read: readPlainHealth,
    },
    {
      id: 'health',
      path: /^\/v2\/GetClusterHealth$/,
      asks: () => ['/v2/GetClusterHealth'],
      // What the cluster is then found to be says why: a token refused, a version before 2, a proxy's error.
      statuses: [401, 403, 404, 500, 502, 503, 504],
      read: readHealth,
    },
    {
      id: 'health-v1',
      path: /^\/v1\/health$/,
      asks: round => (isBefore2(round) ? ['/v1/health'] : []),
      read: readHealth,
    },
    {
      id: 'status',
      path: /^\/v2\/GetClusterStatus$/,
      asks: v2('/v2/GetClusterStatus'),
      read: readStatus,
    },
    {
      id: 'status-v1',
      path: /^\/v1\/status$/,
      asks: v1('/v1/status'),
      read: readStatus,
    },
    {
      id: 'layout',
      path: /^\/v2\/GetClusterLayout$/,
      asks: v2('/v2/GetClusterLayout'),
      read: readLayout,
    },
    {
      id: 'layout-v1',
      path: /^\/v1\/layout$/,
      asks: v1('/v1/layout'),
      read: readLayout,
    },
    {
      id: 'layout-history',
      path: /^\/v2\/GetClusterLayoutHistory$/,
      asks: v2('/v2/GetClusterLayoutHistory'),
      read: readLayoutHistory,
    },
    {
      id: 'block-errors',
      path: /^\/v2\/ListBlockErrors$/,
      asks: v2('/v2/ListBlockErrors?node=*'),
      read: readBlockErrors,
    },
    {
      id: 'workers',
      path: /^\/v2\/ListWorkers$/,
      method: 'POST',
      body: {},
      asks: v2('/v2/ListWorkers?node=*'),
      // A proxy that lets GET through alone takes no more from Garage than this.
      optional: true,
      read: readWorkers,
    },
    {
      id: 'node-info',
      path: /^\/v2\/GetNodeInfo$/,
      asks: v2('/v2/GetNodeInfo?node=*'),
      read: readNodeInfo,
    },
    {
      id: 'statistics',
      path: /^\/v2\/(GetClusterStatistics|GetNodeStatistics)$/,
      read: readStatistics,
    },
    {
      id: 'buckets',
      path: /^\/v2\/ListBuckets$/,
      asks: v2('/v2/ListBuckets'),
      read: readBucketList,
    },
    {
      id: 'bucket',
      path: /^\/v2\/GetBucketInfo$/,
      asks: round =>
        api(round) === 'v1'
          ? []
          : bucketIds(round).map(id => `/v2/GetBucketInfo?id=${id}`),
      read: readBucketInfo,
    },
    {
      id: 'buckets-v1',
      path: /^\/v1\/bucket$/,
      asks: v1('/v1/bucket?list'),
      read: (answer, target) =>
        Array.isArray(answer.body)
          ? readBucketList(answer, target)
          : readBucketInfo(answer, target),
    },
    {
      id: 'bucket-v1',
      path: /^\/v1\/bucket$/,
      asks: round =>
        api(round) === 'v1'
          ? bucketIds(round).map(id => `/v1/bucket?id=${id}`)
          : [],
      read: readBucketInfo,
    },
    {
      id: 'keys',
      path: /^\/v2\/ListKeys$/,
      asks: v2('/v2/ListKeys'),
      read: readKeyList,
    },
    {
      id: 'key',
      path: /^\/v2\/GetKeyInfo$/,
      read: readKeyInfo,
    },
    {
      id: 'keys-v1',
      path: /^\/v1\/key$/,
      asks: v1('/v1/key?list'),
      read: (answer, target) =>
        Array.isArray(answer.body)
          ? readKeyList(answer, target)
          : readKeyInfo(answer, target),
    },
  ],
};
