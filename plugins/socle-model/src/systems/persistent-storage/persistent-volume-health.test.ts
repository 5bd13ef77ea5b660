import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { systems } from '..';

const registry = new SystemRegistry(systems);

const released = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'vol-crust', uid: 'u-1' },
  spec: {
    local: { path: '/mnt/crust' },
    persistentVolumeReclaimPolicy: 'Retain',
    claimRef: { namespace: 'bakery', name: 'crust', uid: 'u-2' },
    nodeAffinity: {
      required: {
        nodeSelectorTerms: [
          {
            matchExpressions: [
              {
                key: 'kubernetes.io/hostname',
                operator: 'In',
                values: ['rack-9'],
              },
            ],
          },
        ],
      },
    },
  },
  status: { phase: 'Released' },
};

it.each([
  [false, 'Claim bakery/crust was deleted; the data are kept.', undefined],
  [
    true,
    'Claim bakery/crust was deleted; the data are kept, but cannot be reached now.',
    ['The data are on node rack-9, which does not exist any more.'],
  ],
])(
  'says of kept data whether they can be reached (all nodes read: %s)',
  (listed, message, warnings) => {
    const store = new ResourceStore(registry);
    store.apply(released);
    store.setListed('/Node', listed);
    store.settle(Date.parse('2026-09-15T12:00:00Z'));
    const { verdict } = store.get('/PersistentVolume', undefined, 'vol-crust')!;
    expect(verdict).toMatchObject({ reason: 'PersistentVolumeKept', message });
    expect(verdict.warnings).toEqual(warnings);
  },
);
