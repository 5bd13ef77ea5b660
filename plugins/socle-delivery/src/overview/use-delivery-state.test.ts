import { Area, Incident } from '@socle/backstage-plugin-socle-common';
import { ownFirst } from './use-delivery-state';

const incident = (id: string, area: Area, ...reached: Area[]) =>
  ({ id, area, areas: [area, ...reached] } as Incident);

const INCIDENTS = [
  incident('node', 'cluster', 'storage', 'delivery', 'secrets'),
  incident('path', 'delivery', 'secrets'),
  incident('vault', 'secrets', 'delivery'),
];

it.each([
  ['delivery', ['path', 'node', 'vault']],
  ['secrets', ['vault', 'node', 'path']],
] as const)('what reaches %s, its own causes first', (area, ids) => {
  expect(ownFirst(area, INCIDENTS).map(({ id }) => id)).toEqual(ids);
});
