import { defineKind } from '../../definition/kind';
import {
  booleanAt,
  isObject,
  numberAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { judgeBucket } from './bucket-health';
import { clusterLink, GARAGE } from './garage-object';

export type BucketFacts = {
  cluster?: string;
  id?: string;
  globalAliases: string[];
  /** Names that it has for single keys. */
  localAliases: string[];
  bytes?: number;
  objects?: number;
  /** Whether quotas were told, be there any or none. */
  quotasTold: boolean;
  maxSize?: number;
  maxObjects?: number;
  unfinishedBytes?: number;
  websiteAccess?: boolean;
  /** Ids of the access keys that it is open to. */
  keys: string[];
};

export const bucket = defineKind<BucketFacts>({
  ...GARAGE,
  kind: 'Bucket',
  plural: 'buckets',
  project,
  provides: ({ facts }) =>
    [
      ...new Set([
        ...facts.globalAliases,
        ...facts.localAliases,
        ...(facts.id ? [facts.id] : []),
      ]),
    ].map(name => `s3Bucket:${name}`),
  links: ({ facts, meta }) => clusterLink(facts.cluster, meta, 'target'),
  health: judgeBucket,
  reasons: [
    {
      code: 'GarageBucketHasRoom',
      cause: 'The bucket is below its quotas, or has none.',
      evidence: 'status.bytes',
      remedy: false,
    },
    {
      code: 'GarageBucketNotTold',
      cause: 'How full the bucket is was not told.',
      evidence: 'status.bytes',
      remedy: false,
    },
    {
      code: 'GarageBucketFull',
      cause: 'The bucket has reached a quota.',
      evidence: 'status.quotas',
    },
    {
      code: 'GarageBucketNearlyFull',
      cause: 'The bucket is about to reach a quota.',
      evidence: 'status.quotas',
    },
    {
      code: 'GarageBucketClusterFailed',
      cause: 'The cluster that keeps the bucket has failed.',
      evidence: 'status.health.status of the cluster',
    },
  ],
  shows: ['globalAliases', 'websiteAccess', 'keys'],
});

function project(raw: RawObject): BucketFacts {
  const quotas = valueAt(raw, 'status', 'quotas');
  return {
    cluster: stringAt(raw, 'spec', 'cluster'),
    id: stringAt(raw, 'spec', 'id'),
    globalAliases: stringsAt(raw, 'spec', 'globalAliases'),
    localAliases: stringsAt(raw, 'spec', 'localAliases'),
    bytes: numberAt(raw, 'status', 'bytes'),
    objects: numberAt(raw, 'status', 'objects'),
    quotasTold: isObject(quotas),
    maxSize: numberAt(quotas, 'maxSize'),
    maxObjects: numberAt(quotas, 'maxObjects'),
    unfinishedBytes: numberAt(raw, 'status', 'unfinishedMultipartUploadBytes'),
    websiteAccess: booleanAt(raw, 'status', 'websiteAccess'),
    keys: stringsAt(raw, 'status', 'keys'),
  };
}
