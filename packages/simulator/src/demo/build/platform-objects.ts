import { KubeObject } from '../../storage/object';
import {
  DemoApplication,
  DemoPlatform,
  DemoSecret,
  isFollowed,
  isGated,
  isOnLonghorn,
} from '../platform';
import { applicationObjects } from './argo-cd/applications';
import { controlPlaneObjects } from './control-plane';
import { isProxied, PULL_SECRET } from './images';
import { backupObjects } from './longhorn/backups';
import { longhornObjects } from './longhorn/longhorn-objects';
import { entryObjects } from './network/addresses';
import { gatewayObjects } from './network/gateway';
import { GATEWAY } from './network/hosts';
import { networkObjects } from './network/services';
import { nodeObjects } from './nodes';
import { days, ObjectFactory } from './object-factory';
import { secretObjects, storeObjects } from './secrets';
import { claimObjects, PlacedVolume } from './storage/claims';
import { storageGround } from './storage/ground';
import { mountErrors } from './workloads/mount-error';
import { Placement } from './workloads/placement';
import { workloadObjects } from './workloads/workload-objects';

/**
 * Every object of a demo platform, with times as of `now`, and what each application manages of it. `beside` are those
 * that its folder holds; an application manages those that carry its tracking id.
 */
export function builtPlatform(
  platform: DemoPlatform,
  now: number,
  beside: KubeObject[] = [],
): { objects: KubeObject[]; managed: Map<DemoApplication, KubeObject[]> } {
  const make = new ObjectFactory(now);
  const placement = new Placement(platform.nodes);
  const managed = new Map<DemoApplication, KubeObject[]>();
  const objects: KubeObject[] = [];
  const volumes: PlacedVolume[] = [];
  const pulling = new Set<string>();
  for (const application of platform.applications) {
    const built = application.workloads.map(workload =>
      workloadObjects(platform, application, workload, placement, make),
    );
    const pods = built.flatMap(one => one.pods);
    const claims = claimObjects(platform, pods, make);
    const network = networkObjects(platform, application, pods, make);
    const secrets = secretObjects(
      application,
      secretsOf(platform, application, pulling),
      make,
    );
    volumes.push(...claims.volumes);
    objects.push(
      ...built.flatMap(one => one.objects),
      ...mountErrors(pods, claims.objects, make),
      ...claims.objects,
      ...network,
      ...secrets,
    );
    managed.set(application, [
      ...built
        .flatMap(one => one.objects.slice(0, 1))
        .filter(
          ({ kind, metadata }) => kind !== 'Pod' && !metadata.ownerReferences,
        ),
      ...beside.filter(one => isTrackedBy(application, one)),
      ...network.filter(
        ({ kind, metadata }) =>
          kind !== 'EndpointSlice' && !metadata.ownerReferences,
      ),
      ...secrets.filter(({ kind }) => kind === 'ExternalSecret'),
    ]);
  }
  const entrance = entranceObjects(platform, objects, make);
  for (const [{ namespace, workloads }, own] of managed) {
    if (namespace === GATEWAY.namespace && workloads.length === 0) {
      own.push(
        ...entrance.filter(
          ({ kind }) => !['Service', 'Secret', 'GatewayClass'].includes(kind),
        ),
      );
    }
  }
  const everything = [
    ...namespaces(platform, make),
    ...nodeObjects(platform, make),
    ...controlPlaneObjects(platform, make),
    ...storageGround(platform, make),
    ...(platform.applications.some(({ secrets }) => secrets?.length)
      ? storeObjects(make)
      : []),
    ...entrance,
    ...objects,
    ...beside,
    ...longhornSide(platform, volumes, make),
    ...(isFollowed(platform)
      ? applicationObjects(platform, managed, make)
      : []),
  ];
  return { objects: everything, managed };
}

const TRACKING = 'argocd.argoproj.io/tracking-id';

function isTrackedBy({ name }: DemoApplication, { metadata }: KubeObject) {
  return metadata.annotations?.[TRACKING]?.startsWith(`${name}:`) ?? false;
}

/** The gateway, its certificates and its address. */
function entranceObjects(
  platform: DemoPlatform,
  objects: KubeObject[],
  make: ObjectFactory,
): KubeObject[] {
  if (!isGated(platform)) return [];
  const gateway = gatewayObjects(
    platform,
    objects.filter(({ kind }) => kind === 'HTTPRoute'),
    make,
  );
  const itself = gateway.find(({ kind }) => kind === 'Gateway')!;
  return [...gateway, ...entryObjects(platform, itself, make)];
}

function longhornSide(
  platform: DemoPlatform,
  volumes: PlacedVolume[],
  make: ObjectFactory,
): KubeObject[] {
  if (!isOnLonghorn(platform)) return [];
  const longhorn = longhornObjects(platform, volumes, make);
  return [...longhorn, ...backupObjects(platform, volumes, longhorn, make)];
}

/** An application's own secrets, and those to pull images with where it is the first in its namespace. */
function secretsOf(
  platform: DemoPlatform,
  application: DemoApplication,
  pulling: Set<string>,
): DemoSecret[] {
  const { namespace, secrets = [] } = application;
  if (!isProxied(platform, application) || pulling.has(namespace)) {
    return secrets;
  }
  pulling.add(namespace);
  return [
    ...secrets,
    {
      name: PULL_SECRET,
      path: 'harbor/registry',
      keys: ['.dockerconfigjson'],
      type: 'kubernetes.io/dockerconfigjson',
    },
  ];
}

function namespaces(platform: DemoPlatform, make: ObjectFactory): KubeObject[] {
  const names = new Set([
    'default',
    'kube-system',
    'kube-public',
    'kube-node-lease',
    ...platform.applications.map(({ namespace }) => namespace),
  ]);
  return [...names].map(name =>
    make.make('v1', 'Namespace', undefined, name, {
      ageMinutes: days(210),
      metadata: { labels: { 'kubernetes.io/metadata.name': name } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    }),
  );
}
