import {
  Incident,
  ResourceItem,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { incidentsOf } from './data-health';

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
