import { classifyApplication } from './classify';
import { companionsOf } from './companions';

const OWN = 'https://git.orchard.test/deploy';
const to = (namespace: string) => ({
  destination: { name: 'in-cluster', namespace },
});
const subject = {
  kind: 'Application',
  metadata: { name: 'pear' },
  spec: {
    destination: {
      server: 'https://kubernetes.default.svc',
      namespace: 'pear',
    },
    sources: [
      {
        repoURL: 'https://charts.orchard.test',
        chart: 'pear',
        helm: { valueFiles: ['$conf/apps/pear/values.yaml'] },
      },
      { repoURL: OWN, ref: 'conf' },
    ],
  },
};
const plain = (name: string, path: string, namespace = 'pear') => ({
  kind: 'Application',
  metadata: { name },
  spec: {
    ...to(namespace),
    source: { repoURL: OWN, path, directory: { recurse: true } },
  },
});

it.each([
  ['by its name', plain('pear-configs', 'elsewhere'), 0],
  ['by its path', plain('extras-of-pear', 'apps/pear/routes'), 0],
  [
    'not in another namespace',
    plain('pear-configs', 'apps/pear/configs', 'plum'),
    undefined,
  ],
  ['not by a name of its own', plain('pear-web', 'apps/pears'), undefined],
])('finds the companion half %s', (_, companion, want) => {
  const all = [subject, companion].map(raw => ({
    raw,
    classification: classifyApplication(raw),
  }));
  expect(companionsOf(all).get(1)).toBe(want);
  expect(companionsOf(all).has(0)).toBe(false);
});

it('survives anything', () => {
  const all = [null, 'x', {}, { spec: 1 }].flatMap(raw =>
    (['A', 'D'] as const).map(pattern => ({
      raw,
      classification: { pattern },
    })),
  );
  expect(companionsOf(all).size).toBe(0);
});
