import { KubeObject } from '../../storage/object';
import {
  DemoApplication,
  DemoNode,
  DemoPlatform,
  DemoWorkload,
} from '../platform';
import {
  condition,
  ObjectFactory,
  ownedBy,
  suffixOf,
  uidOf,
} from './object-factory';

/** A pod and where it runs, for those that build what hangs on it. */
export interface PlacedPod {
  pod: KubeObject;
  application: DemoApplication;
  workload: DemoWorkload;
  ordinal: number;
  node: DemoNode;
}

/** Spreads pods over the nodes that answer, the same at each start. */
export class Placement {
  private next = 0;
  private readonly open: DemoNode[];

  constructor(nodes: DemoNode[]) {
    this.open = nodes.filter(node => !node.controlPlane && !node.silentMinutes);
  }

  place(): DemoNode {
    this.next += 1;
    return this.open[this.next % this.open.length];
  }
}

/** The workload of one application: controller, replica set and pods. */
export function workloadObjects(
  platform: DemoPlatform,
  application: DemoApplication,
  workload: DemoWorkload,
  placement: Placement,
  make: ObjectFactory,
): { objects: KubeObject[]; pods: PlacedPod[] } {
  const kind = workload.kind ?? 'Deployment';
  const { namespace } = application;
  const labels = {
    'app.kubernetes.io/name': workload.name,
    'app.kubernetes.io/instance': application.name,
  };
  const nodes =
    kind === 'DaemonSet'
      ? platform.nodes
      : Array.from({ length: workload.replicas ?? 1 }, () => placement.place());
  const well =
    !workload.crash &&
    !workload.imagePull &&
    !workload.claims?.some(claim => claim.pending);
  const ready = nodes.filter(node => well && !node.silentMinutes).length;
  const controller = make.make('apps/v1', kind, namespace, workload.name, {
    metadata: {
      labels,
      annotations: {
        'argocd.argoproj.io/tracking-id': `${application.name}:apps/${kind}:${namespace}/${workload.name}`,
      },
    },
    spec: controllerSpec(kind, workload, labels),
    status: controllerStatus(kind, nodes.length, ready, make),
  });
  const objects = [controller];
  let owner = controller;
  let hash = '';
  if (kind === 'Deployment') {
    hash = suffixOf(10, application.name, workload.name);
    owner = make.make(
      'apps/v1',
      'ReplicaSet',
      namespace,
      `${workload.name}-${hash}`,
      {
        ageDays: 12,
        metadata: {
          labels: { ...labels, 'pod-template-hash': hash },
          ownerReferences: [ownedBy(controller)],
        },
        spec: {
          replicas: nodes.length,
          selector: { matchLabels: { ...labels, 'pod-template-hash': hash } },
          template: podTemplate(workload, labels),
        },
        status: {
          replicas: nodes.length,
          fullyLabeledReplicas: nodes.length,
          readyReplicas: ready,
          availableReplicas: ready,
          observedGeneration: 1,
        },
      },
    );
    objects.push(owner);
  }
  const pods = nodes.map((node, ordinal) => {
    const name =
      kind === 'StatefulSet'
        ? `${workload.name}-${ordinal}`
        : `${owner.metadata.name}-${suffixOf(
            5,
            application.name,
            workload.name,
            String(ordinal),
          )}`;
    const pod = podObject(
      application,
      workload,
      name,
      ordinal,
      node,
      owner,
      labels,
      make,
    );
    return { pod, application, workload, ordinal, node };
  });
  return { objects: [...objects, ...pods.map(placed => placed.pod)], pods };
}

function podTemplate(workload: DemoWorkload, labels: object) {
  return {
    metadata: { labels },
    spec: { containers: [{ name: workload.name, image: workload.image }] },
  };
}

function controllerSpec(kind: string, workload: DemoWorkload, labels: object) {
  const base = {
    selector: { matchLabels: labels },
    template: podTemplate(workload, labels),
  };
  if (kind === 'DaemonSet')
    return { ...base, updateStrategy: { type: 'RollingUpdate' } };
  if (kind === 'Deployment')
    return {
      ...base,
      replicas: workload.replicas ?? 1,
      strategy: { type: 'RollingUpdate' },
    };
  return {
    ...base,
    replicas: workload.replicas ?? 1,
    serviceName: workload.name,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: { type: 'RollingUpdate' },
    persistentVolumeClaimRetentionPolicy: {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
    },
    volumeClaimTemplates: (workload.claims ?? []).map(claim => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: claim.name },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: claim.class ?? 'longhorn',
        resources: { requests: { storage: `${claim.sizeGi}Gi` } },
      },
    })),
  };
}

function controllerStatus(
  kind: string,
  wanted: number,
  ready: number,
  make: ObjectFactory,
) {
  const at = make.ago(ready === wanted ? 60 * 24 * 12 : 190);
  if (kind === 'DaemonSet') {
    return {
      currentNumberScheduled: wanted,
      desiredNumberScheduled: wanted,
      numberAvailable: ready,
      numberReady: ready,
      numberMisscheduled: 0,
      updatedNumberScheduled: wanted,
      ...(wanted > ready ? { numberUnavailable: wanted - ready } : {}),
      observedGeneration: 1,
    };
  }
  if (kind === 'StatefulSet') {
    return {
      replicas: wanted,
      readyReplicas: ready,
      availableReplicas: ready,
      currentReplicas: wanted,
      updatedReplicas: wanted,
      currentRevision: 'rev-1',
      updateRevision: 'rev-1',
      collisionCount: 0,
      observedGeneration: 1,
    };
  }
  const available = ready === wanted;
  return {
    replicas: wanted,
    updatedReplicas: wanted,
    ...(ready > 0 ? { readyReplicas: ready, availableReplicas: ready } : {}),
    ...(wanted > ready ? { unavailableReplicas: wanted - ready } : {}),
    observedGeneration: 1,
    conditions: [
      {
        ...condition(
          'Available',
          available ? 'True' : 'False',
          at,
          available ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
          available
            ? 'Deployment has minimum availability.'
            : 'Deployment does not have minimum availability.',
        ),
        lastUpdateTime: at,
      },
      {
        ...condition(
          'Progressing',
          available ? 'True' : 'False',
          at,
          available ? 'NewReplicaSetAvailable' : 'ProgressDeadlineExceeded',
          available
            ? 'ReplicaSet has successfully progressed.'
            : 'ReplicaSet has timed out progressing.',
        ),
        lastUpdateTime: at,
      },
    ],
  };
}

function podObject(
  application: DemoApplication,
  workload: DemoWorkload,
  name: string,
  ordinal: number,
  node: DemoNode,
  owner: KubeObject,
  labels: object,
  make: ObjectFactory,
): KubeObject {
  const claims = (workload.claims ?? []).map(claim => ({
    name: claim.name,
    persistentVolumeClaim: {
      claimName: claimName(workload, claim.name, ordinal),
    },
  }));
  const pending = workload.claims?.some(claim => claim.pending);
  return make.make('v1', 'Pod', application.namespace, name, {
    ageDays: 12,
    metadata: {
      labels,
      generateName: name.replace(/[^-]+$/, ''),
      ownerReferences: [ownedBy(owner)],
    },
    spec: {
      ...(pending ? {} : { nodeName: node.name }),
      restartPolicy: 'Always',
      serviceAccountName: 'default',
      terminationGracePeriodSeconds: 30,
      containers: [
        {
          name: workload.name,
          image: workload.image,
          imagePullPolicy: 'IfNotPresent',
          resources: {
            requests: { cpu: '50m', memory: '128Mi' },
            limits: { memory: '1Gi' },
          },
          volumeMounts: claims.map(({ name: volume }) => ({
            name: volume,
            mountPath: `/${volume}`,
          })),
          ...(application.secrets?.length
            ? {
                envFrom: application.secrets
                  .filter(secret => !secret.missing)
                  .map(secret => ({ secretRef: { name: secret.name } })),
              }
            : {}),
        },
      ],
      volumes: claims,
      tolerations: ['not-ready', 'unreachable'].map(key => ({
        key: `node.kubernetes.io/${key}`,
        operator: 'Exists',
        effect: 'NoExecute',
        tolerationSeconds: 300,
      })),
    },
    status: podStatus(workload, node, pending ?? false, make, name),
  });
}

/** How a claim of a workload is called. */
export function claimName(
  workload: DemoWorkload,
  claim: string,
  ordinal: number,
): string {
  return workload.kind === 'StatefulSet'
    ? `${claim}-${workload.name}-${ordinal}`
    : claim;
}

function podStatus(
  workload: DemoWorkload,
  node: DemoNode,
  pending: boolean,
  make: ObjectFactory,
  name: string,
) {
  const started = make.ago(60 * 24 * 12);
  const broken = make.ago(190);
  if (pending) {
    return {
      phase: 'Pending',
      qosClass: 'Burstable',
      conditions: [
        condition(
          'PodScheduled',
          'False',
          broken,
          'Unschedulable',
          '0/8 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: 0/8 nodes are available.',
        ),
      ],
    };
  }
  const ready = !workload.crash && !workload.imagePull && !node.silentMinutes;
  const at = ready ? started : make.ago(node.silentMinutes ?? 190);
  const flags = (type: string, status: 'True' | 'False') => ({
    type,
    status,
    lastTransitionTime: status === 'True' ? started : at,
    ...(status === 'False' && !node.silentMinutes
      ? {
          reason: 'ContainersNotReady',
          message: `containers with unready status: [${workload.name}]`,
        }
      : {}),
  });
  return {
    phase: workload.imagePull ? 'Pending' : 'Running',
    hostIP: node.ip,
    podIP: `10.244.${node.ip.split('.')[3]}.${
      (parseInt(uidOf(name).slice(0, 2), 16) % 250) + 2
    }`,
    startTime: started,
    qosClass: 'Burstable',
    conditions: [
      flags('PodScheduled', 'True'),
      flags('Initialized', 'True'),
      flags('ContainersReady', ready ? 'True' : 'False'),
      flags('Ready', ready ? 'True' : 'False'),
    ],
    containerStatuses: [
      containerStatus(
        workload,
        ready || Boolean(node.silentMinutes),
        started,
        make,
        name,
      ),
    ],
  };
}

function containerStatus(
  workload: DemoWorkload,
  running: boolean,
  started: string,
  make: ObjectFactory,
  name: string,
) {
  const base = {
    name: workload.name,
    image: workload.image,
    imageID: '',
    lastState: {},
    restartCount: 0,
    started: running,
    ready: running,
  };
  if (workload.imagePull) {
    return {
      ...base,
      state: {
        waiting: {
          reason: 'ImagePullBackOff',
          message: `Back-off pulling image "${workload.image}": ErrImagePull: failed to resolve reference: not found`,
        },
      },
    };
  }
  if (workload.crash) {
    const { exitCode, restarts } = workload.crash;
    const id = `containerd://${uidOf('container', name)}`;
    return {
      ...base,
      restartCount: restarts,
      state: {
        waiting: {
          reason: 'CrashLoopBackOff',
          message: `back-off 5m0s restarting failed container=${workload.name} pod=${name}`,
        },
      },
      lastState: {
        terminated: {
          exitCode,
          reason: 'Error',
          startedAt: make.ago(5),
          finishedAt: make.ago(4),
          containerID: id,
        },
      },
    };
  }
  return {
    ...base,
    imageID: `${workload.image}@sha256:${uidOf('image', workload.image)
      .replace(/-/g, '')
      .padEnd(64, '0')}`,
    containerID: `containerd://${uidOf('container', name)}`,
    state: { running: { startedAt: started } },
  };
}
