import { SystemRegistry } from '../../definition/registry';
import { findIncidents } from '../../graph/incidents';
import { ResourceStore } from '../../graph/store';
import { systems } from '..';
import { controlPlane } from '.';

it('finds etcd behind an API server and a control plane that fail', () => {
  const store = new ResourceStore(new SystemRegistry(systems));
  const [readyz] = controlPlane.probes![0].requests;
  const reading = readyz.read(
    {
      path: '/readyz',
      query: new URLSearchParams(),
      httpStatus: 500,
      body: '[+]ping ok\n[-]etcd failed: reason withheld\n',
    },
    { name: 'lyon', namespace: 'lyon', endpoints: [] },
  )!;
  [reading.subject!, ...reading.items!].forEach(raw => store.apply(raw));
  store.settle(0);
  const found = findIncidents(store, 'lyon');
  expect(
    found.map(({ root, affected }) => [
      root.kind,
      affected.map(({ kind }) => kind).sort(),
    ]),
  ).toEqual([['EtcdCluster', ['ApiServer', 'ControlPlane']]]);
});
