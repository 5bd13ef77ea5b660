import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SystemRegistry } from '../definition/registry';
import { ResourceStore } from '../graph/store';
import { RawObject } from '../reading/raw';
import { systems } from '../systems';
import { yamlSchema } from '../systems/__testUtils__/fixtures';
import { distributionVersion, resourcesOf } from './recognised';

const registry = new SystemRegistry(systems);
const talos = systems.find(({ id }) => id === 'talos')!;

function storeOf(objects: unknown[]) {
  const store = new ResourceStore(registry);
  objects.forEach(raw => store.apply(raw as RawObject));
  return store;
}

it('finds a distribution by its nodes, and its oldest version', () => {
  const text = readFileSync(
    join(
      __dirname,
      '../systems/talos/__fixtures__/nodes-well-and-cordoned-by-talos.yaml',
    ),
    'utf8',
  );
  const store = storeOf(loadAll(text, undefined, { schema: yamlSchema }));
  const nodes = [...resourcesOf(store, talos)];
  expect(nodes.map(({ meta }) => meta.name)).toEqual(['basalt-1', 'basalt-2']);
  expect(distributionVersion(store, talos)).toBe('v1.12.4');
  expect(nodes[0].facts).toMatchObject({
    distribution: 'Talos v1.12.5',
    roles: ['control-plane'],
    region: 'aubrac',
    extensions: ['iscsi-tools v0.2.0', 'util-linux-tools 2.41.1'],
    capacity: { cpu: 8, memory: 33368313856, pods: 110 },
    allocatable: { cpu: 7.95 },
  });
});

it.each([
  ['v1.34.3+k3s1', {}, {}, 'K3s'],
  ['v1.34.3+rke2r2', {}, {}, 'RKE2'],
  ['v1.34.3+k0s', {}, {}, 'k0s'],
  ['v1.33.5-eks-113cf36', {}, {}, 'EKS'],
  ['v1.33.5-gke.1080000', {}, {}, 'GKE'],
  ['v1.34.3', { 'microk8s.io/cluster': 'true' }, {}, 'MicroK8s'],
  ['v1.34.3', { 'minikube.k8s.io/version': 'v1.37.0' }, {}, 'minikube'],
  [
    'v1.34.3',
    {},
    { 'kubeadm.alpha.kubernetes.io/cri-socket': 'unix:///run/c.sock' },
    'kubeadm',
  ],
  ['v1.34.3', {}, {}, undefined],
])('%s with %j and %j is %s', (kubeletVersion, labels, annotations, want) => {
  const store = storeOf([
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'n', labels, annotations },
      status: { nodeInfo: { kubeletVersion, osImage: 'Ubuntu 24.04 LTS' } },
    },
  ]);
  const [node] = store.ofKind('/Node');
  expect(node.facts.distribution).toBe(want);
  expect([...resourcesOf(store, talos)]).toEqual([]);
});

it.each([
  [{ 'eks.amazonaws.com/nodegroup': 'blue' }, {}, 'blue'],
  [{ 'karpenter.sh/nodepool': 'spot' }, {}, 'spot'],
  [
    {},
    {
      'cluster.x-k8s.io/owner-kind': 'MachineSet',
      'cluster.x-k8s.io/owner-name': 'kubernetes-lab-md0-7x2kq',
    },
    'kubernetes-lab-md0',
  ],
  [
    {},
    {
      'cluster.x-k8s.io/owner-kind': 'KubeadmControlPlane',
      'cluster.x-k8s.io/owner-name': 'lab-control-plane',
    },
    'lab-control-plane',
  ],
  [{}, {}, undefined],
])('a node with %j and %j is of the group %s', (labels, annotations, group) => {
  const store = storeOf([
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'n', labels, annotations },
    },
  ]);
  const [node] = store.ofKind('/Node');
  expect(node.facts.group).toBe(group);
});
