import { DemoApplication, DemoClaim, DemoWorkload } from '../../platform';
import { claimName } from './of-workload';

const LEAVE_SILENT_NODES = ['not-ready', 'unreachable'].map(key => ({
  key: `node.kubernetes.io/${key}`,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));

/**
 * The spec of a workload's pods, as its template has it. Claims of a StatefulSet are named in its own template, so they
 * stand only in a pod, which has an `ordinal`.
 */
export function podSpec(
  application: DemoApplication,
  workload: DemoWorkload,
  ordinal?: number,
) {
  const claims = workload.claims ?? [];
  const named = workload.kind !== 'StatefulSet' || ordinal !== undefined;
  const secrets = (application.secrets ?? []).filter(
    secret => secret.missingMinutes === undefined,
  );
  return {
    restartPolicy: 'Always',
    serviceAccountName: 'default',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    schedulerName: 'default-scheduler',
    securityContext: {},
    containers: [
      {
        name: workload.name,
        image: workload.image,
        imagePullPolicy: 'IfNotPresent',
        terminationMessagePath: '/dev/termination-log',
        terminationMessagePolicy: 'File',
        resources: {
          requests: { cpu: '50m', memory: '128Mi' },
          limits: { memory: '1Gi' },
        },
        volumeMounts: claims.map(claim => ({
          name: volumeName(claim),
          mountPath: `/${volumeName(claim)}`,
        })),
        ...(secrets.length > 0
          ? {
              envFrom: secrets.map(({ name }) => ({ secretRef: { name } })),
            }
          : {}),
      },
    ],
    ...(named
      ? { volumes: claims.map(claim => volumeOf(workload, claim, ordinal)) }
      : {}),
    tolerations:
      workload.kind === 'DaemonSet'
        ? [{ operator: 'Exists' }]
        : LEAVE_SILENT_NODES,
  };
}

/** A volume has the same name in all pods, whatever their claims are called. */
function volumeName({ name }: DemoClaim): string {
  return name.replace(/-?\{(pod|n)\}/g, '') || 'data';
}

function volumeOf(workload: DemoWorkload, claim: DemoClaim, ordinal = 0) {
  return {
    name: volumeName(claim),
    persistentVolumeClaim: {
      claimName: claimName(workload, claim.name, ordinal),
    },
  };
}
