import { Link, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { HealthContext, VerdictEvidence } from '../../judging/verdict';

/** MicroK8s' add-on: directories on the disk of one node. */
export const MICROK8S_HOSTPATH = 'microk8s.io/hostpath';

/**
 * Provisioners whose workload has a known name. Where the name is fixed, a workload that is not there does not run;
 * others may be installed elsewhere.
 */
const WORKLOADS: Record<
  string,
  { namespace: string; name: string; fixed: boolean } | undefined
> = {
  [MICROK8S_HOSTPATH]: {
    namespace: 'kube-system',
    name: 'hostpath-provisioner',
    fixed: true,
  },
  'driver.longhorn.io': usually('longhorn-system', 'csi-provisioner'),
  'local.csi.openebs.io': usually('openebs', 'openebs-lvm-localpv-controller'),
  'zfs.csi.openebs.io': usually('openebs', 'openebs-zfs-localpv-controller'),
  'io.openebs.csi-mayastor': usually('openebs', 'openebs-csi-controller'),
  'openebs.io/local': usually('openebs', 'openebs-localpv-provisioner'),
  'rook-ceph.rbd.csi.ceph.com': usually(
    'rook-ceph',
    'csi-rbdplugin-provisioner',
  ),
  'rook-ceph.cephfs.csi.ceph.com': usually(
    'rook-ceph',
    'csi-cephfsplugin-provisioner',
  ),
  'linstor.csi.linbit.com': usually(
    'piraeus-datastore',
    'linstor-csi-controller',
  ),
  'nfs.csi.k8s.io': usually('kube-system', 'csi-nfs-controller'),
  'rancher.io/local-path': usually(
    'local-path-storage',
    'local-path-provisioner',
  ),
};

/** Where its manifests put it; it may as well be elsewhere. */
function usually(namespace: string, name: string) {
  return { namespace, name, fixed: false };
}

/** Drivers and provisioners that keep a volume on the disks of one node. */
const LOCAL_DRIVERS = new Set([
  'local.csi.openebs.io',
  'zfs.csi.openebs.io',
  'topolvm.io',
  'topolvm.cybozu.com',
  'hostpath.csi.k8s.io',
  'openebs.io/local',
  'rancher.io/local-path',
]);

/** Whether a driver keeps one copy on one node. */
export function isLocalDriver(driver: string | undefined): boolean {
  return driver !== undefined && LOCAL_DRIVERS.has(driver);
}

/** CSI drivers are named like domains; names with a slash are provisioners from before CSI, which have no CSIDriver. */
export function isCsiName(provisioner: string): boolean {
  return !provisioner.includes('/');
}

/** Links to the workload that makes the volumes of a provisioner, where its name is known. */
export function provisionerLinks(provisioner: string | undefined): Link[] {
  const workload = workloadOf(provisioner);
  return workload
    ? [
        linkTo(
          'provisioner',
          {
            group: 'apps',
            kind: 'Deployment',
            namespace: workload.namespace,
            name: workload.name,
          },
          'target',
        ),
      ]
    : [];
}

/** Says that a provisioner has no pod that works, and how that is known; undefined where it has or cannot be told. */
export function provisionerDown(
  provisioner: string | undefined,
  context: HealthContext,
): { message: string; evidence: VerdictEvidence } | undefined {
  const workload = workloadOf(provisioner);
  const found = context.target<DeploymentFacts>('provisioner');
  if (!workload || !found) {
    return undefined;
  }
  const where = `Deployment ${workload.namespace}/${workload.name}`;
  if (found.state === 'absent' && workload.fixed) {
    return {
      message: `provisioner ${provisioner} is not running: ${where} does not exist`,
      evidence: { path: 'spec.provisioner', value: provisioner },
    };
  }
  if (found.state !== 'present' || readyPods(found.resource) !== 0) {
    return undefined;
  }
  return {
    message: `provisioner ${provisioner} is not running: ${where} has 0 ready pods`,
    evidence: { of: found.resource, path: 'status.readyReplicas', value: 0 },
  };
}

/** Whether a known provisioner was seen with a ready pod. */
export function provisionerRuns(context: HealthContext): boolean {
  const found = context.target<DeploymentFacts>('provisioner');
  return found?.state === 'present' && (readyPods(found.resource) ?? 0) > 0;
}

type DeploymentFacts = { ready?: number };

/** Undefined where the Deployment has not reported. */
function readyPods({
  meta,
  facts,
}: Resource<DeploymentFacts>): number | undefined {
  return meta.hasStatus && !meta.unreadable ? facts.ready ?? 0 : undefined;
}

function workloadOf(provisioner: string | undefined) {
  return provisioner !== undefined && Object.hasOwn(WORKLOADS, provisioner)
    ? WORKLOADS[provisioner]
    : undefined;
}
