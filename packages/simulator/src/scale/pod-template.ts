import { fieldsOf } from '../storage/managed-fields';
import { Fields, KubeObject } from '../storage/object';

/** Stand for what differs from pod to pod; unlikely enough to occur nowhere else. */
export const holes = {
  name: '@name@',
  namespace: '@namespace@',
  uid: '@uid@',
  app: '@app@',
  hash: '@hash@',
  ownerUid: '@owner@',
  node: '@node@',
  ip: '@ip@',
  hostIp: '@hostip@',
  id: '@id@',
  revision: '@revision@',
  restarts: '@restarts@',
};

export type PodState = 'running' | 'pending' | 'crashing';

const started = '2026-06-01T08:00:12Z';

function probe(path: string): Fields {
  return {
    httpGet: { path, port: 'http', scheme: 'HTTP' },
    initialDelaySeconds: 5,
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
  };
}

function environment(): Fields[] {
  const plain = [
    'LOG_LEVEL',
    'HTTP_PORT',
    'REGION',
    'CACHE_TTL',
    'FEATURES',
    'TRACE_RATIO',
  ];
  return [
    ...plain.map(name => ({
      name,
      value: `${name.toLowerCase()}-of-${holes.app}`,
    })),
    ...['password'].map(key => ({
      name: `DATABASE_${key.toUpperCase()}`,
      valueFrom: { secretKeyRef: { name: `${holes.app}-database`, key } },
    })),
    {
      name: 'POD_IP',
      valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } },
    },
  ];
}

function container(name: string, image: string, main: boolean): Fields {
  return {
    name,
    image,
    ...(main && {
      ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
      env: environment(),
      livenessProbe: probe('/livez'),
      readinessProbe: probe('/readyz'),
    }),
    resources: {
      limits: { memory: main ? '512Mi' : '128Mi' },
      requests: { cpu: main ? '100m' : '20m', memory: main ? '256Mi' : '64Mi' },
    },
    volumeMounts: [
      { name: 'config', mountPath: '/etc/app', readOnly: true },
      ...(main ? [{ name: 'scratch', mountPath: '/tmp' }] : []),
      {
        name: 'kube-api-access',
        mountPath: '/var/run/secrets/kubernetes.io/serviceaccount',
        readOnly: true,
      },
    ],
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: 'IfNotPresent',
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      runAsNonRoot: true,
    },
  };
}

function containerStatus(name: string, image: string, state: PodState): Fields {
  const crashing = state === 'crashing' && name === 'app';
  const ended = {
    reason: 'Error',
    exitCode: 1,
    startedAt: started,
    finishedAt: started,
  };
  const containerID = `containerd://${holes.id}${holes.id}`;
  return {
    name,
    image,
    imageID: `${image.split(':')[0]}@sha256:${holes.id}${holes.id}`,
    containerID,
    lastState: crashing ? { terminated: { ...ended, containerID } } : {},
    ready: !crashing,
    started: !crashing,
    restartCount: holes.restarts,
    state: crashing
      ? {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: `back-off 5m0s restarting failed container=app pod=${holes.name}_${holes.namespace}`,
          },
        }
      : { running: { startedAt: started } },
  };
}

function condition(type: string, status: boolean, reason?: string): Fields {
  return {
    type,
    status: status ? 'True' : 'False',
    observedGeneration: 1,
    lastProbeTime: null,
    lastTransitionTime: started,
    ...(reason && { reason, message: 'containers with unready status: [app]' }),
  };
}

function statusOf(state: PodState, images: string[]): Fields {
  if (state === 'pending') {
    return {
      phase: 'Pending',
      conditions: [
        {
          ...condition('PodScheduled', false, 'Unschedulable'),
          message: '0/200 nodes are available: 200 Insufficient memory.',
        },
      ],
      qosClass: 'Burstable',
    };
  }
  const ready = state === 'running';
  const reason = ready ? undefined : 'ContainersNotReady';
  return {
    phase: 'Running',
    observedGeneration: 1,
    conditions: [
      condition('PodReadyToStartContainers', true),
      condition('Initialized', true),
      condition('Ready', ready, reason),
      condition('ContainersReady', ready, reason),
      condition('PodScheduled', true),
    ],
    hostIP: holes.hostIp,
    hostIPs: [{ ip: holes.hostIp }],
    podIP: holes.ip,
    podIPs: [{ ip: holes.ip }],
    startTime: started,
    containerStatuses: [
      containerStatus('app', images[0], state),
      containerStatus('proxy', images[1], state),
    ],
    qosClass: 'Burstable',
  };
}

function specOf(state: PodState, images: string[]): Fields {
  return {
    volumes: [
      {
        name: 'config',
        configMap: { name: `${holes.app}-config`, defaultMode: 420 },
      },
      { name: 'scratch', emptyDir: { sizeLimit: '256Mi' } },
      {
        name: 'kube-api-access',
        projected: {
          sources: [
            { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
            {
              configMap: {
                name: 'kube-root-ca.crt',
                items: [{ key: 'ca.crt', path: 'ca.crt' }],
              },
            },
          ],
          defaultMode: 420,
        },
      },
    ],
    containers: [
      container('app', images[0], true),
      container('proxy', images[1], false),
    ],
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    serviceAccountName: holes.app,
    serviceAccount: holes.app,
    ...(state !== 'pending' && { nodeName: holes.node }),
    securityContext: {
      runAsUser: 10001,
      fsGroup: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    schedulerName: 'default-scheduler',
    tolerations: ['not-ready', 'unreachable'].map(taint => ({
      key: `node.kubernetes.io/${taint}`,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: 300,
    })),
    priority: 0,
    enableServiceLinks: true,
    preemptionPolicy: 'PreemptLowerPriority',
  };
}

/** A pod as a kubelet and a ReplicaSet leave it: 9 to 10 kB, a third of it managedFields. */
export function podTemplate(state: PodState): KubeObject {
  const images = [
    `registry.example/${holes.app}:1.8.2`,
    'registry.example/mesh/proxy:3.1.0',
  ];
  const pod: KubeObject = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: holes.name,
      generateName: `${holes.app}-${holes.hash}-`,
      namespace: holes.namespace,
      uid: holes.uid,
      resourceVersion: holes.revision,
      generation: 1,
      creationTimestamp: '2026-06-01T08:00:00Z',
      labels: {
        'app.kubernetes.io/name': holes.app,
        'app.kubernetes.io/instance': holes.app,
        'app.kubernetes.io/version': '1.8.2',
        'pod-template-hash': holes.hash,
      },
      annotations: {
        'prometheus.io/scrape': 'true',
        'prometheus.io/port': '9090',
        'checksum/config': `${holes.id}${holes.id}`,
      },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `${holes.app}-${holes.hash}`,
          uid: holes.ownerUid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: specOf(state, images),
    status: statusOf(state, images),
  };
  const entry = (manager: string, part: 'main' | 'status') => ({
    manager,
    operation: 'Update',
    apiVersion: 'v1',
    time: started,
    fieldsType: 'FieldsV1',
    fieldsV1: fieldsOf(pod, part),
    ...(part === 'status' && { subresource: 'status' }),
  });
  pod.metadata.managedFields = [
    entry('kube-controller-manager', 'main'),
    entry('kubelet', 'status'),
  ];
  return pod;
}
