import { ProbeDefinition, ProbeRound } from '../../definition/probe';
import { stringAt } from '../../reading/raw';
import {
  readCluster,
  readCollection,
  readCollections,
  readProbe,
  readRoot,
  readShards,
  readTelemetry,
} from './answers';

/** More collections than this are known by name only. */
const MOST_COLLECTIONS = 200;

function collectionsOf(round: ProbeRound): string[] {
  return round
    .found('Collection')
    .map(one => stringAt(one, 'metadata', 'name') ?? '')
    .filter(name => name !== '' && name !== '.' && name !== '..')
    .slice(0, MOST_COLLECTIONS)
    .map(name => `/collections/${encodeURIComponent(name)}`);
}

/**
 * Each peer answers for itself: to know what every peer sees, each is configured as an instance of its own. Only
 * read with the read-only key.
 */
export const qdrantProbe: ProbeDefinition = {
  id: 'qdrant',
  target: 'configured',
  credential: { header: 'api-key' },
  requests: [
    { id: 'root', path: /^\/$/, asks: () => ['/'], read: readRoot },
    {
      id: 'ready',
      path: /^\/readyz$/,
      asks: () => ['/readyz'],
      statuses: [503],
      read: readProbe,
    },
    { id: 'live', path: /^\/(healthz|livez)$/, read: readProbe },
    {
      id: 'cluster',
      path: /^\/cluster$/,
      asks: () => ['/cluster'],
      read: readCluster,
    },
    {
      id: 'collections',
      path: /^\/collections$/,
      asks: () => ['/collections'],
      read: readCollections,
    },
    {
      id: 'collection',
      path: /^\/collections\/[^/]+$/,
      asks: collectionsOf,
      read: readCollection,
    },
    {
      id: 'shards',
      path: /^\/collections\/[^/]+\/cluster$/,
      asks: round => collectionsOf(round).map(path => `${path}/cluster`),
      read: readShards,
    },
    { id: 'telemetry', path: /^\/telemetry$/, read: readTelemetry },
  ],
};
