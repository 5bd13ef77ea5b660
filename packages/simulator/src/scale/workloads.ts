import { KubeObject } from '../storage/object';
import { nodeName, teamOf, uidOf } from './generated';
import { placeOf } from './pods';

const created = '2026-06-01T07:59:00Z';

export function node(n: number): KubeObject {
  const name = nodeName(n);
  const heartbeat = '2026-06-01T08:00:00Z';
  const good = (type: string, status: string, reason: string) => ({
    type,
    status,
    reason,
    message: '',
    lastHeartbeatTime: heartbeat,
    lastTransitionTime: created,
  });
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      uid: uidOf(`Node ${name}`),
      creationTimestamp: created,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'topology.kubernetes.io/zone': `zone-${'abc'[n % 3]}`,
        ...(n < 3 && { 'node-role.kubernetes.io/control-plane': '' }),
      },
    },
    spec: { podCIDRs: [`10.64.${n & 255}.0/24`] },
    status: {
      capacity: {
        cpu: '64',
        memory: '527951288Ki',
        pods: '500',
        'ephemeral-storage': '960Gi',
      },
      allocatable: {
        cpu: '63',
        memory: '525000000Ki',
        pods: '500',
        'ephemeral-storage': '900Gi',
      },
      conditions: [
        good('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
        good('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
        good('PIDPressure', 'False', 'KubeletHasSufficientPID'),
        good('Ready', 'True', 'KubeletReady'),
      ],
      addresses: [
        { type: 'InternalIP', address: `10.1.${n >> 8}.${n & 255}` },
        { type: 'Hostname', address: name },
      ],
      nodeInfo: {
        osImage: 'Talos (v1.12.3)',
        kernelVersion: '6.18.5-talos',
        kubeletVersion: 'v1.35.3',
        containerRuntimeVersion: 'containerd://2.1.5',
        architecture: 'amd64',
        operatingSystem: 'linux',
      },
    },
  };
}

export function namespace(n: number): KubeObject {
  const name = teamOf(n);
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

/** The owners of the pods of one application. */
export function workloadOf(number: number, replicas: number): KubeObject[] {
  const { app, hash, namespace: team } = placeOf(number * 10);
  const labels = {
    'app.kubernetes.io/name': app,
    'app.kubernetes.io/instance': app,
  };
  const template = {
    metadata: { labels },
    spec: {
      containers: [{ name: 'app', image: `registry.example/${app}:1.8.2` }],
    },
  };
  const counts = {
    replicas,
    readyReplicas: replicas,
    availableReplicas: replicas,
    observedGeneration: 1,
  };
  const metadata = (kind: string, name: string) => ({
    name,
    namespace: team,
    uid: uidOf(`${kind} ${app}`),
    creationTimestamp: created,
    generation: 1,
    labels,
  });
  const deployment: KubeObject = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('Deployment', app),
    spec: { replicas, selector: { matchLabels: labels }, template },
    status: {
      ...counts,
      updatedReplicas: replicas,
      conditions: [
        {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          lastTransitionTime: created,
        },
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          lastTransitionTime: created,
        },
      ],
    },
  };
  const replicaSet: KubeObject = {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      ...metadata('ReplicaSet', `${app}-${hash}`),
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: app,
          uid: uidOf(`Deployment ${app}`),
          controller: true,
        },
      ],
    },
    spec: {
      replicas,
      selector: { matchLabels: { ...labels, 'pod-template-hash': hash } },
      template,
    },
    status: { ...counts, fullyLabeledReplicas: replicas },
  };
  return [deployment, replicaSet];
}

/** An Argo CD Application with a health and a history. */
export function application(n: number): KubeObject {
  const { app, namespace: team } = placeOf(n * 10);
  const source = {
    repoURL: 'https://git.example/platform/apps.git',
    path: `apps/${app}`,
    targetRevision: 'main',
  };
  const revision = uidOf(`revision ${n}`).replaceAll('-', '');
  const ill = n % 50 === 7;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: app,
      namespace: 'argocd',
      uid: uidOf(`Application ${app}`),
      creationTimestamp: created,
      generation: 1,
    },
    spec: {
      project: 'default',
      source,
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: team,
      },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
    status: {
      sync: {
        status: n % 40 === 11 ? 'OutOfSync' : 'Synced',
        revision,
        comparedTo: {
          source,
          destination: {
            server: 'https://kubernetes.default.svc',
            namespace: team,
          },
        },
      },
      health: {
        status: ill ? 'Degraded' : 'Healthy',
        lastTransitionTime: created,
      },
      reconciledAt: '2026-06-01T08:00:00Z',
      history: [0, 1, 2].map(id => ({
        id,
        revision,
        deployedAt: created,
        source,
      })),
      resources: [
        {
          group: 'apps',
          version: 'v1',
          kind: 'Deployment',
          namespace: team,
          name: app,
          status: 'Synced',
        },
      ],
      sourceType: 'Directory',
    },
  };
}
