import {
  emptyCounts,
  HealthCounts,
  HealthStatus,
  Incident,
  ResourceItem,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { dataMark, incidentsOf } from './data-health';

it.each<[string, Partial<HealthCounts>, HealthStatus[], boolean, HealthStatus]>(
  [
    ['all well and read', { healthy: 3 }, [], true, 'healthy'],
    ['all well, not all read', { healthy: 3 }, [], false, 'unknown'],
    [
      'one failed, not all read',
      { healthy: 3, failed: 1 },
      [],
      false,
      'failed',
    ],
    [
      'broken inside a healthy one',
      { healthy: 3 },
      ['degraded'],
      true,
      'degraded',
    ],
    ['one starts', { healthy: 3, progressing: 1 }, [], true, 'progressing'],
    ['none there', {}, [], true, 'healthy'],
    ['none known', {}, [], false, 'unknown'],
  ],
)('%s', (_, counts, broken, allRead, expected) => {
  expect(
    dataMark(
      { ...emptyCounts(), ...counts },
      broken.map(status => ({ status })),
      allRead,
    ),
  ).toBe(expected);
});

const ref = (kind: string, name: string, cluster = 'c'): ResourceRef => ({
  cluster,
  apiVersion: kind === 'Node' ? 'v1' : 'apps/v1',
  kind,
  ...(kind === 'Node' ? {} : { namespace: 'shop' }),
  name,
});

it.each<[string, Partial<Incident>, boolean]>([
  ['of the area', { areas: ['network', 'data'] }, true],
  ['of a plain database itself', { root: ref('StatefulSet', 'ledger') }, true],
  ['that reaches one', { affected: [ref('StatefulSet', 'ledger')] }, true],
  ['of another workload', { root: ref('StatefulSet', 'web') }, false],
  [
    'of one of the same name in another cluster',
    { root: ref('StatefulSet', 'ledger', 'd') },
    false,
  ],
])('an incident %s', (_, parts, expected) => {
  const incident = {
    areas: ['application'],
    root: ref('Node', 'alder'),
    affected: [],
    ...parts,
  } as unknown as Incident;
  const service = { ref: ref('StatefulSet', 'ledger') } as ResourceItem;
  expect(incidentsOf([incident], [service])).toEqual(
    expected ? [incident] : [],
  );
});
