import { Chain } from '@socle/backstage-plugin-socle-common';
import { ConfigReader } from '@backstage/config';
import { readOutside } from '../config/outside';
import { withOrigins } from './outside-origins';

const box = (id: string, rank: number, system?: string) => ({
  id,
  ref: { cluster: 'c', apiVersion: 'v1', kind: 'X', name: id },
  rank,
  rankTitle: 'X',
  system,
  state: 'present' as const,
  health: { status: 'healthy' as const, reason: 'R' },
  facts: {},
});
const chain: Chain = {
  view: 'secret',
  nodes: [
    box('store', 0, 'external-secrets'),
    box('mount', 1, 'vault'),
    box('vault', 2, 'vault'),
  ],
  edges: [
    { from: 'store', to: 'mount', rel: 'mount', broken: false },
    { from: 'mount', to: 'vault', rel: 'instance', broken: false },
  ],
  sources: [],
};
const outside = readOutside(
  new ConfigReader({
    socle: {
      outside: [
        { title: 'Terraform secrets', cluster: 'c', provides: ['vault'] },
        { title: 'Of another cluster', cluster: 'd', provides: ['vault'] },
        { title: 'Firewall', cluster: 'c' },
      ],
    },
  }),
  ['c', 'd'],
);

it('puts what provides a system behind the end of the chain', () => {
  const found = withOrigins(chain, 'c', outside);
  expect(found.nodes.slice(3)).toEqual([
    expect.objectContaining({
      ref: expect.objectContaining({ name: 'Terraform secrets' }),
      rank: 3,
      state: 'notRead',
      health: expect.objectContaining({ status: 'unknown' }),
    }),
  ]);
  expect(found.edges.slice(2)).toEqual([
    {
      from: 'vault',
      to: 'outside/terraform-secrets',
      rel: 'origin',
      broken: false,
    },
  ]);
});

it('leaves a chain alone that holds nothing of what is provided', () => {
  const short = { ...chain, nodes: [chain.nodes[0]], edges: [] };
  expect(withOrigins(short, 'c', outside)).toBe(short);
});
