import { KubeObject } from '../../../storage/object';
import {
  DemoApplication,
  DemoNode,
  DemoPlatform,
  DemoWorkload,
} from '../../platform';
import { ObjectFactory, ownedBy, suffixOf } from '../object-factory';
import { controllerObject, replicaSetObject } from './controller';
import { brokenMinutes, isBroken, ROLLED_OUT_MINUTES } from './of-workload';
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
  const controller = controllerObject(
    platform,
    application,
    workload,
    counts,
    make,
  );
  const objects = [controller];
  let owner = controller;
  if (controller.kind === 'Deployment') {
    owner = replicaSetObject(application, workload, controller, counts, make);
    objects.push(owner);
  }
  const plan = (ordinal: number, node: DemoNode): PodPlan => ({
    platform,
    application,
    workload,
    ordinal,
    node,
    name: `${owner.metadata.name}-${
      controller.kind === 'StatefulSet'
        ? ordinal
        : suffixOf(5, application.name, workload.name, String(ordinal))
    }`,
    owner: ownedBy(owner),
    labels: { ...owner.metadata.labels, ...workload.labels },
    startedMinutes: brokenMinutes(workload) ?? ROLLED_OUT_MINUTES,
  });
  const pods: PlacedPod[] = [];
  seats.forEach(({ node, replaces, evictedMinutes }, ordinal) => {
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
          name: `${owner.metadata.name}-${suffixOf(
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
