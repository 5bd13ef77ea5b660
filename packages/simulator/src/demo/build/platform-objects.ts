import { KubeObject } from '../../storage/object';
import { DemoApplication, DemoPlatform } from '../platform';
import { applicationObjects } from './applications';
import { backupObjects } from './backups';
import { claimObjects, PlacedVolume, storageGround } from './claims';
import { longhornObjects } from './longhorn';
import { gatewayObjects, networkObjects } from './network';
import { nodeObjects } from './nodes';
import { ObjectFactory } from './object-factory';
import { secretObjects, storeObjects } from './secrets';
import { Placement, workloadObjects } from './workloads';

/** Every object of a demo platform, with times as of `now`. */
export function platformObjects(
  platform: DemoPlatform,
  now: number,
): KubeObject[] {
  const make = new ObjectFactory(now);
  const placement = new Placement(platform.nodes);
  const managed = new Map<DemoApplication, KubeObject[]>();
  const objects: KubeObject[] = [];
  const volumes: PlacedVolume[] = [];
  for (const application of platform.applications) {
    const built = application.workloads.map(workload =>
      workloadObjects(platform, application, workload, placement, make),
    );
    const pods = built.flatMap(one => one.pods);
    const claims = claimObjects(pods, make);
    const network = networkObjects(platform, application, pods, make);
    const secrets = secretObjects(platform, application, make);
    volumes.push(...claims.volumes);
    objects.push(
      ...built.flatMap(one => one.objects),
      ...claims.objects,
      ...network,
      ...secrets,
    );
    managed.set(application, [
      ...built.map(one => one.objects[0]),
      ...network.filter(object => object.kind !== 'EndpointSlice'),
      ...secrets.filter(object => object.kind === 'ExternalSecret'),
    ]);
  }
  const longhorn = longhornObjects(platform, volumes, make);
  const routes = objects.filter(object => object.kind === 'HTTPRoute').length;
  return [
    ...namespaces(platform, make),
    ...nodeObjects(platform, make),
    ...storageGround(platform, make),
    ...storeObjects(make),
    ...gatewayObjects(platform, routes, make),
    ...objects,
    ...longhorn,
    ...backupObjects(platform, volumes, longhorn, make),
    ...applicationObjects(platform, managed, make),
  ];
}

function namespaces(platform: DemoPlatform, make: ObjectFactory): KubeObject[] {
  const names = new Set([
    'default',
    'kube-system',
    'kube-node-lease',
    ...platform.applications.map(application => application.namespace),
  ]);
  return [...names].map(name =>
    make.make('v1', 'Namespace', undefined, name, {
      ageDays: 210,
      metadata: { labels: { 'kubernetes.io/metadata.name': name } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    }),
  );
}
