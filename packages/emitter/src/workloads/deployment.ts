import { RawManifestsInput } from '../apps/app-input';
import { Conventions } from '../conventions/conventions';
import { Manifest } from '../emission/manifest';
import { imageToWrite } from './image';
import { secretName } from '../secrets/external-secret';
import { claimName } from '../storage/claim';

/** The labels of a workload. */
export interface WorkloadLabels {
  /** By which its pods are picked. */
  picked: Record<string, string>;
  /** Which its objects and its pods carry. */
  all: Record<string, string>;
}

/** A Deployment that asks for what it needs and may do no more. */
export function deployment(
  input: RawManifestsInput,
  namespace: string,
  labels: WorkloadLabels,
  conventions: Conventions,
): Manifest {
  const replicas = input.replicas ?? 1;
  const onOneNode = (input.volumes ?? []).some(
    volume => (volume.accessMode ?? 'ReadWriteOnce') !== 'ReadWriteMany',
  );
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: input.name, namespace, labels: labels.all },
    spec: {
      replicas,
      selector: { matchLabels: labels.picked },
      // Two pods cannot hold such a volume: the old one has to go first.
      strategy: onOneNode ? { type: 'Recreate' } : { type: 'RollingUpdate' },
      template: {
        metadata: { labels: labels.all },
        spec: podSpec(input, labels.picked, replicas, conventions),
      },
    },
  };
}

function podSpec(
  input: RawManifestsInput,
  labels: Record<string, string>,
  replicas: number,
  conventions: Conventions,
): object {
  const { workload } = input;
  const volumes = [
    ...(workload.writableRoot ? [] : [{ name: 'tmp', emptyDir: {} }]),
    ...(input.volumes ?? []).map(({ name }) => ({
      name: `data-${name}`,
      persistentVolumeClaim: { claimName: claimName(input.name, name) },
    })),
    ...(input.secrets ?? [])
      .filter(({ mountPath }) => mountPath)
      .map(({ purpose }) => ({
        name: `secret-${purpose}`,
        secret: { secretName: secretName(input.name, purpose) },
      })),
  ];
  return {
    automountServiceAccountToken: false,
    securityContext: {
      runAsNonRoot: true,
      ...(workload.runAsUser === undefined
        ? {}
        : {
            runAsUser: workload.runAsUser,
            runAsGroup: workload.runAsUser,
            fsGroup: workload.runAsUser,
          }),
      seccompProfile: { type: 'RuntimeDefault' },
    },
    ...(replicas > 1
      ? {
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'kubernetes.io/hostname',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: { matchLabels: labels },
            },
          ],
        }
      : {}),
    containers: [container(input, conventions)],
    ...(volumes.length > 0 ? { volumes } : {}),
  };
}

function container(input: RawManifestsInput, conventions: Conventions): object {
  const { workload } = input;
  const [first] = workload.ports;
  const probe = workload.healthPath
    ? { httpGet: { path: workload.healthPath, port: first.name } }
    : { tcpSocket: { port: first.name } };
  const fromSecrets = (input.secrets ?? []).filter(
    ({ mountPath }) => !mountPath,
  );
  const mounts = [
    ...(workload.writableRoot ? [] : [{ name: 'tmp', mountPath: '/tmp' }]),
    ...(input.volumes ?? []).map(({ name, mountPath }) => ({
      name: `data-${name}`,
      mountPath,
    })),
    ...(input.secrets ?? [])
      .filter(({ mountPath }) => mountPath)
      .map(({ purpose, mountPath }) => ({
        name: `secret-${purpose}`,
        mountPath,
        readOnly: true,
      })),
  ];
  return {
    name: input.name,
    image: imageToWrite(workload.image, conventions),
    ...(workload.command?.length ? { command: workload.command } : {}),
    ...(workload.args?.length ? { args: workload.args } : {}),
    ports: workload.ports.map(({ name, port }) => ({
      name,
      containerPort: port,
      protocol: 'TCP',
    })),
    ...(workload.env?.length
      ? { env: workload.env.map(({ name, value }) => ({ name, value })) }
      : {}),
    ...(fromSecrets.length > 0
      ? {
          envFrom: fromSecrets.map(({ purpose }) => ({
            secretRef: { name: secretName(input.name, purpose) },
          })),
        }
      : {}),
    resources: {
      requests: {
        cpu: workload.resources.cpu,
        memory: workload.resources.memory,
      },
      limits: { memory: workload.resources.memoryLimit },
    },
    readinessProbe: { ...probe, periodSeconds: 10 },
    livenessProbe: { ...probe, periodSeconds: 20, failureThreshold: 6 },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: workload.writableRoot !== true,
      capabilities: { drop: ['ALL'] },
    },
    ...(mounts.length > 0 ? { volumeMounts: mounts } : {}),
  };
}
