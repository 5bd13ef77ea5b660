import { KubeObject } from '../../../storage/object';
import {
  DemoApplication,
  DemoNode,
  DemoPlatform,
  DemoWorkload,
} from '../../platform';
import {
  ObjectFactory,
  ownedBy,
  ownedByNamed,
  suffixOf,
} from '../object-factory';
import { OwnerReference } from '../../../storage/object';
import { Counts } from './controller-status';
import { controllerObject, replicaSetObject } from './controller';
import {
  brokenMinutes,
  isBroken,
  labelsOf,
  ROLLED_OUT_MINUTES,
} from './of-workload';
import { Placement } from './placement';
import { podObject } from './pod';
import { PodPlan } from './pod-plan';

/** A pod and where it runs, for those that build what hangs on it. */
export interface PlacedPod {
  pod: KubeObject;
  application: DemoApplication;
  workload: DemoWorkload;
  ordinal: number;
  node: DemoNode;
}

/** The workload of one application: controller, replica set and pods. */
export function workloadObjects(
  platform: DemoPlatform,
  application: DemoApplication,
  workload: DemoWorkload,
  placement: Placement,
  make: ObjectFactory,
): { objects: KubeObject[]; pods: PlacedPod[] } {
  const seats = placement.seatsOf(workload);
  const counts = {
    wanted: seats.length,
    ready: isBroken(workload)
      ? 0
      : seats.filter(({ node }) => !node.silentMinutes).length,
  };
  const objects = controllersOf(platform, application, workload, counts, make);
  const [owner] = objects.slice(-1);
  const numbered = ['StatefulSet', 'Pods'].includes(workload.kind ?? '');
  const base = owner?.metadata.name ?? workload.name;
  const plan = (ordinal: number, node: DemoNode): PodPlan => {
    const name = `${base}-${
      numbered
        ? ordinal
        : suffixOf(5, application.name, workload.name, String(ordinal))
    }`;
    return {
      platform,
      application,
      workload,
      ordinal,
      node,
      name,
      owner: owner ? ownedBy(owner) : ownerOf(application, workload),
      labels: {
        ...(selectorOf(owner) ?? labelsOf(application, workload)),
        ...labelsOfPod(workload, ordinal, name),
      },
      startedMinutes: brokenMinutes(workload) ?? ROLLED_OUT_MINUTES,
    };
  };
  const pods: PlacedPod[] = [];
  seats.forEach(({ node, replaces, evictedMinutes }, index) => {
    const ordinal = index + (workload.firstOrdinal ?? 0);
    const current = { ...plan(ordinal, node), evictedMinutes };
    const pod = podObject(
      replaces
        ? { ...current, startedMinutes: replaces.evictedMinutes }
        : current,
      make,
    );
    pods.push({ pod, application, workload, ordinal, node });
    if (replaces) {
      // Nobody is there to end it: it stays Terminating until the node is back or taken out.
      const before = podObject(
        {
          ...plan(ordinal, replaces.node),
          name: `${base}-${suffixOf(
            5,
            'before',
            application.name,
            workload.name,
            String(ordinal),
          )}`,
          evictedMinutes: replaces.evictedMinutes,
        },
        make,
      );
      pods.push({
        pod: before,
        application,
        workload,
        ordinal,
        node: replaces.node,
      });
    }
  });
  return { objects: [...objects, ...pods.map(placed => placed.pod)], pods };
}

/** The controllers of a workload, from the outside in; none where an operator makes its pods itself. */
function controllersOf(
  platform: DemoPlatform,
  application: DemoApplication,
  workload: DemoWorkload,
  counts: Counts,
  make: ObjectFactory,
): KubeObject[] {
  if (workload.kind === 'Pods') return [];
  const controller = controllerObject(
    platform,
    application,
    workload,
    counts,
    make,
  );
  return controller.kind === 'Deployment'
    ? [
        controller,
        replicaSetObject(application, workload, controller, counts, make),
      ]
    : [controller];
}

function ownerOf(
  { namespace }: DemoApplication,
  { name, ownedBy: by }: DemoWorkload,
): OwnerReference {
  if (!by) {
    throw new Error(`The pods of ${name} belong to nobody.`);
  }
  return ownedByNamed(namespace, by);
}

function selectorOf(
  owner: KubeObject | undefined,
): Record<string, string> | undefined {
  const { selector } = (owner?.spec ?? {}) as {
    selector?: { matchLabels: Record<string, string> };
  };
  return selector?.matchLabels;
}

function labelsOfPod(
  { labels = {}, firstOrdinal = 0 }: DemoWorkload,
  ordinal: number,
  pod: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [
      key,
      (Array.isArray(value) ? value[ordinal - firstOrdinal] : value).replace(
        '{pod}',
        pod,
      ),
    ]),
  );
}
