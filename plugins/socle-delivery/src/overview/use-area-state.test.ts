import { Area, Incident } from '@socle/backstage-plugin-socle-common';
import { incidentsOf } from './use-area-state';

const incident = (id: string, area: Area, ...reached: Area[]) =>
  ({ id, area, areas: [area, ...reached] } as Incident);

const INCIDENTS = [
  incident('node', 'cluster', 'storage', 'delivery'),
  incident('disk', 'storage'),
  incident('path', 'delivery'),
  incident('vault', 'secrets', 'delivery'),
];

it.each([
  ['delivery', ['path', 'node', 'vault']],
  ['secrets', ['vault']],
] as const)('what reaches %s, its own causes first', (area, ids) => {
  expect(incidentsOf(area, INCIDENTS).map(({ id }) => id)).toEqual(ids);
});
