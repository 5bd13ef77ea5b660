import { ProbeDefinition, ProbeRequest } from '../../definition/probe';
import {
  readClusterStatus,
  readHealth,
  readMembers,
  readReady,
  readRegionCheck,
  readReplication,
  readStore,
  readStores,
  readVersion,
} from './answers';

/** Those that a rule reads; the others are understood where they were recorded. */
const ASKED_CHECKS = ['down-peer', 'miss-peer', 'pending-peer', 'offline-peer'];

function get(
  id: string,
  path: string,
  read: ProbeRequest['read'],
  more: Partial<ProbeRequest> = {},
): ProbeRequest {
  return {
    id,
    path: new RegExp(`^${path}$`),
    asks: () => [path],
    read,
    ...more,
  };
}

/** PD has no credential of its own; where it is closed, it is by client certificates. */
export const pdProbe: ProbeDefinition = {
  id: 'pd',
  target: 'configured',
  credential: 'none',
  requests: [
    get('health', '/pd/api/v1/health', readHealth, { statuses: [500, 503] }),
    get('members', '/pd/api/v1/members', readMembers),
    get('replication', '/pd/api/v1/config/replicate', readReplication),
    get('stores', '/pd/api/v1/stores', readStores),
    {
      id: 'store',
      path: /^\/pd\/api\/v1\/store\/[^/]+$/,
      read: readStore,
    },
    {
      id: 'region-checks',
      path: /^\/pd\/api\/v1\/regions\/check\/[a-z-]+$/,
      asks: () =>
        ASKED_CHECKS.map(check => `/pd/api/v1/regions/check/${check}`),
      read: readRegionCheck,
    },
    get('status', '/pd/api/v1/cluster/status', readClusterStatus),
    get('version', '/pd/api/v1/version', readVersion),
    {
      id: 'ready',
      path: /^\/pd\/api\/v2\/readyz?$/,
      statuses: [500, 503],
      read: readReady,
    },
  ],
};
