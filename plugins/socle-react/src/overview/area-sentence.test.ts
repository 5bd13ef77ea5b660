import {
  emptyCounts,
  HealthCounts,
  HealthStatus,
  Incident,
} from '@socle/backstage-plugin-socle-common';
import { areaSentence } from './area-sentence';

const words = {
  well: 'well',
  notKnown: 'not known',
  worse: (count: number) => `${count} not well`,
  alone: (count: number) => `${count} alone`,
  broken: (count: number, affected: string) => `${count} break ${affected}`,
};

const incident = (...affected: string[]) =>
  ({
    affected: affected.map(name => ({
      cluster: 'birch',
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: 'till',
      name,
    })),
  } as Incident);

it.each<[string, Incident[], Partial<HealthCounts>, HealthStatus]>([
  ['well', [], { healthy: 2 }, 'healthy'],
  ['well', [], { progressing: 1 }, 'progressing'],
  ['not known', [], { healthy: 2 }, 'unknown'],
  ['3 not well', [], { failed: 1, degraded: 2 }, 'failed'],
  ['1 alone', [incident()], { failed: 1 }, 'failed'],
  // What two incidents take down is counted once.
  [
    '2 break 3 pieces',
    [incident('a', 'b'), incident('b', 'c')],
    { healthy: 1 },
    'degraded',
  ],
])('says %s', (said, broken, counts, mark) => {
  expect(
    areaSentence(
      { broken, counts: { ...emptyCounts(), ...counts }, mark },
      words,
      count => `${count} pieces`,
    ),
  ).toBe(said);
});
