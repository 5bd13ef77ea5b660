import { ProbeDefinition } from '../../definition/probe';
import { minioReader, readHealth, readRoot } from './read-endpoint';

/** A server that is asked what it does not know answers with an S3 error, which is an answer. */
const S3_ERRORS = [400, 401, 403, 404, 405, 501];

/**
 * What an S3 server tells a stranger: plain GETs, nothing is signed. MinIO and RustFS tell how they are; of any other
 * it can only be said that it answers as S3 does.
 */
export const s3Probe: ProbeDefinition = {
  id: 's3',
  target: 'configured',
  credential: 'none',
  requests: [
    {
      id: 'root',
      path: /^\/$/,
      asks: () => ['/'],
      // A server in trouble must not be taken for one without buckets: 5xx is no answer here.
      statuses: S3_ERRORS,
      read: readRoot,
    },
    {
      id: 'health',
      path: /^\/health$/,
      asks: () => ['/health'],
      statuses: [...S3_ERRORS, 429, 503],
      read: readHealth,
    },
    {
      id: 'ready',
      path: /^\/health\/ready$/,
      asks: () => ['/health/ready'],
      statuses: [...S3_ERRORS, 429, 503],
      read: readHealth,
    },
    // After those whose answers say that this is S3: these have no body.
    {
      id: 'minio-live',
      path: /^\/minio\/health\/live$/,
      asks: () => ['/minio/health/live'],
      statuses: [...S3_ERRORS, 429, 503],
      read: minioReader('live'),
    },
    {
      id: 'minio-ready',
      path: /^\/minio\/health\/ready$/,
      statuses: [...S3_ERRORS, 429, 503],
      read: minioReader('ready'),
    },
    {
      id: 'minio-cluster',
      path: /^\/minio\/health\/cluster$/,
      asks: () => ['/minio/health/cluster'],
      statuses: [...S3_ERRORS, 429, 503],
      read: minioReader('writeQuorum'),
    },
    {
      id: 'minio-cluster-read',
      path: /^\/minio\/health\/cluster\/read$/,
      asks: () => ['/minio/health/cluster/read'],
      statuses: [...S3_ERRORS, 429, 503],
      read: minioReader('readQuorum'),
    },
  ],
};
