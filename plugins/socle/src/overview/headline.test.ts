import {
  ClusterSummary,
  emptyCounts,
  Incident,
} from '@socle/backstage-plugin-socle-common';
import { headlineOf } from './headline';

const cluster = (of: Partial<ClusterSummary>): ClusterSummary => ({
  name: 'atlas',
  title: 'Atlas',
  state: 'live',
  since: '2031-05-04T12:00:00Z',
  counts: emptyCounts(),
  health: 'healthy',
  ...of,
});

const volume = (name: string) => ({
  cluster: 'atlas',
  apiVersion: 'longhorn.io/v1beta2',
  kind: 'Volume',
  namespace: 'longhorn-system',
  name,
});

const incident = (of: Partial<Incident>): Incident => ({
  id: 'one',
  severity: 'critical',
  root: volume('root'),
  system: 'longhorn',
  area: 'storage',
  areas: ['storage'],
  status: 'degraded',
  reason: 'LonghornVolumeDegraded',
  message: '2 of 3 copies in sync.',
  since: '2031-05-04T12:00:00Z',
  affected: [],
  blastRadius: 0,
  ...of,
});

describe('headlineOf', () => {
  it('says nothing before both were read', () => {
    expect(headlineOf({ clusters: [cluster({})] })).toBeUndefined();
    expect(headlineOf({ incidents: [] })).toBeUndefined();
  });

  it.each([
    ['healthy', cluster({}), 'healthy'],
    ['healthy', cluster({ health: 'progressing' }), 'healthy'],
    ['degraded', cluster({ health: 'degraded' }), 'degraded'],
    ['unknown', cluster({ state: 'unreachable' }), 'unknown'],
    ['unknown', cluster({ state: 'syncing' }), 'unknown'],
  ])('is %s without incidents', (_mark, one, mark) => {
    expect(headlineOf({ clusters: [one], incidents: [] })?.mark).toBe(mark);
  });

  it('is unknown, not well, without any cluster', () => {
    expect(headlineOf({ clusters: [], incidents: [] })?.mark).toBe('unknown');
  });

  it('counts what several incidents take down once', () => {
    const incidents = [
      incident({ affected: [volume('a'), volume('b')] }),
      incident({ status: 'failed', affected: [volume('b')] }),
    ];
    expect(headlineOf({ clusters: [cluster({})], incidents })).toEqual({
      mark: 'failed',
      incidents: 2,
      affected: 2,
    });
  });
});
