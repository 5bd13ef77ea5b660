import {
  annotationAt,
  labelAt,
  objectAt,
  RawObject,
  stringAt,
} from '../../reading/raw';

/** What the version of a kubelet ends in, and whose it is: `v1.34.2+k3s1`, `v1.33.1-eks-1d4f8a2`. */
const SUFFIXES: ReadonlyArray<[RegExp, string]> = [
  [/\+k3s\d*$/, 'K3s'],
  [/\+rke2r\d+$/, 'RKE2'],
  [/\+k0s/, 'k0s'],
  [/-eks-/, 'EKS'],
  [/-gke\./, 'GKE'],
  [/-aliyun/, 'ACK'],
  [/\+vmware/, 'Tanzu'],
];

/** Labels and annotations that one distribution sets on its nodes. */
const MARKS: ReadonlyArray<[string, string]> = [
  ['microk8s.io/cluster', 'MicroK8s'],
  ['minikube.k8s.io/version', 'minikube'],
  ['node.openshift.io/os_id', 'OpenShift'],
  ['kubernetes.azure.com/cluster', 'AKS'],
];

/** Names a pool of nodes, by who makes it. A label comes before an annotation. */
const GROUPS = [
  'cluster.x-k8s.io/deployment-name',
  'topology.cluster.x-k8s.io/deployment-name',
  'node.cluster.x-k8s.io/pool',
  'karpenter.sh/nodepool',
  'eks.amazonaws.com/nodegroup',
  'cloud.google.com/gke-nodepool',
  'kubernetes.azure.com/agentpool',
  'k8s.scaleway.com/pool-name',
  'doks.digitalocean.com/node-pool',
  'nodepool',
  'node-pool',
  'node.kubernetes.io/pool',
];

/** The version in `Talos (v1.12.4)`. */
export function talosVersionOf(raw: RawObject): string | undefined {
  const osImage = stringAt(raw, 'status', 'nodeInfo', 'osImage');
  return osImage && /^Talos \((v[^)]+)\)/.exec(osImage)?.[1];
}

/** `iscsi-tools v0.2.0`: each system extension is a label, its version the value. */
export function talosExtensions(raw: RawObject): string[] {
  const prefix = 'extensions.talos.dev/';
  return Object.entries(objectAt(raw, 'metadata', 'labels'))
    .filter(([label]) => label.startsWith(prefix))
    .map(([label, version]) =>
      typeof version === 'string'
        ? `${label.slice(prefix.length)} ${version}`.trim()
        : label.slice(prefix.length),
    )
    .sort();
}

/** Which distribution of Kubernetes a node runs; undefined where nothing says so. */
export function distributionOf(raw: RawObject): string | undefined {
  const talos = talosVersionOf(raw);
  if (talos) {
    return `Talos ${talos}`;
  }
  const kubelet = stringAt(raw, 'status', 'nodeInfo', 'kubeletVersion') ?? '';
  const bySuffix = SUFFIXES.find(([suffix]) => suffix.test(kubelet));
  if (bySuffix) {
    return bySuffix[1];
  }
  const byMark = MARKS.find(([name]) => labelAt(raw, name));
  if (byMark) {
    return byMark[1];
  }
  if (/^kind:\/\//.test(stringAt(raw, 'spec', 'providerID') ?? '')) {
    return 'kind';
  }
  return annotationAt(raw, 'kubeadm.alpha.kubernetes.io/cri-socket')
    ? 'kubeadm'
    : undefined;
}

/**
 * The pool of a node. Cluster API marks its nodes with the MachineSet that made them, whose name is the pool's and a
 * hash.
 */
export function nodeGroupOf(raw: RawObject): string | undefined {
  for (const name of GROUPS) {
    const group = labelAt(raw, name) ?? annotationAt(raw, name);
    if (group) return group;
  }
  const owner = annotationAt(raw, 'cluster.x-k8s.io/owner-name');
  return annotationAt(raw, 'cluster.x-k8s.io/owner-kind') === 'MachineSet'
    ? owner?.replace(/-[a-z0-9]{5,10}$/, '')
    : owner;
}
