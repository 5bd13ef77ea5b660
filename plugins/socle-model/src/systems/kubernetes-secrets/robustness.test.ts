import fc from 'fast-check';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { kubernetesSecrets } from '.';

const registry = new SystemRegistry([kubernetesSecrets]);

it('keeps the names of keys and no value, whatever a Secret looks like', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.stringMatching(/^[a-z.-]{1,12}$/),
        fc.stringMatching(/^VALUE[A-Z]{8}$/),
      ),
      fc.dictionary(
        fc.stringMatching(/^[a-z.-]{1,12}$/),
        fc.stringMatching(/^VALUE[A-Z]{8}$/),
      ),
      fc.anything(),
      (data, stringData, managedFields) => {
        const store = new ResourceStore(registry);
        const kept = store.apply({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: {
            name: 'a',
            namespace: 'b',
            managedFields,
            annotations: {
              'kubectl.kubernetes.io/last-applied-configuration':
                JSON.stringify(data),
            },
          },
          data,
          stringData,
        })!;
        store.settle(Date.UTC(2026, 8, 15));
        expect(kept.facts.keys).toEqual(
          expect.arrayContaining([
            ...Object.keys(data),
            ...Object.keys(stringData),
          ]),
        );
        expect(
          JSON.stringify([kept.facts, kept.meta, kept.verdict]),
        ).not.toContain('VALUE');
      },
    ),
    { numRuns: 50 },
  );
});

it.each(['Secret', 'ServiceAccount'])('never throws on a hostile %s', kind => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(
          'metadata',
          'data',
          'stringData',
          'imagePullSecrets',
          'type',
        ),
        fc.anything(),
      ),
      fields => {
        const store = new ResourceStore(registry);
        const kept = store.apply({ apiVersion: 'v1', kind, ...fields });
        store.settle(Date.UTC(2026, 8, 15));
        expect(kept?.verdict.status ?? 'unknown').toBe('unknown');
      },
    ),
    { numRuns: 50 },
  );
});

it('does not keep the release records of Helm', () => {
  const store = new ResourceStore(registry);
  expect(
    store.apply({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'sh.helm.release.v1.portal.v1',
        namespace: 'portal',
        labels: { owner: 'helm' },
      },
    }),
  ).toBeUndefined();
});
