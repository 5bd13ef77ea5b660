import { defineKind } from '../../definition/kind';
import { stringAt } from '../../reading/raw';
import { countAt, optionalCountAt, templateImages } from './counts';
import { judgeDaemonSet } from './daemon-set-health';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
import {
  ingressControllerKey,
  ingressControllersAt,
} from '../../reading/ingress-controllers';

export type DaemonSetFacts = {
  desired?: number;
  ready: number;
  updated?: number;
  unavailable?: number;
  misscheduled?: number;
  onDelete?: boolean;
  images: string[];
  /** The names by which it serves Ingresses. */
  ingressControllers?: string[];
  trackingId?: string;
};

export const daemonSet = defineKind<DaemonSetFacts>({
  group: 'apps',
  kind: 'DaemonSet',
  plural: 'daemonsets',
  versions: ['v1'],
  namespaced: true,
  // A rollout over many nodes takes its time, and the object tells no time of its steps.
  patienceMinutes: 0,
  reads: [
    'metadata.annotations',
    'metadata.labels',
    'spec.updateStrategy.type',
    'spec.template.spec.containers.image',
    'spec.template.spec.containers.command',
    'spec.template.spec.containers.args',
    'spec.template.spec.initContainers.image',
    'status',
  ],
  project: raw => ({
    desired: optionalCountAt(raw, 'status', 'desiredNumberScheduled'),
    ready: countAt(raw, 'status', 'numberReady'),
    updated: optionalCountAt(raw, 'status', 'updatedNumberScheduled'),
    unavailable: countAt(raw, 'status', 'numberUnavailable') || undefined,
    misscheduled: countAt(raw, 'status', 'numberMisscheduled') || undefined,
    onDelete:
      stringAt(raw, 'spec', 'updateStrategy', 'type') === 'OnDelete' ||
      undefined,
    images: templateImages(raw, 'spec', 'template'),
    ...some(ingressControllersAt(raw)),
    trackingId: trackingIdOf(raw, 'apps', 'DaemonSet'),
  }),
  provides: ({ facts }) =>
    (facts.ingressControllers ?? []).map(ingressControllerKey),
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
  ],
  health: judgeDaemonSet,
  reasons: [
    {
      code: 'DaemonSetReady',
      cause: 'The pod is ready on every wanted node.',
      evidence: 'status.numberReady',
      remedy: false,
    },
    {
      code: 'DaemonSetNoNodes',
      cause: 'No node is selected.',
      evidence: 'status.desiredNumberScheduled',
      remedy: false,
    },
    {
      code: 'DaemonSetRollingOut',
      cause: 'Pods are being replaced or started.',
      evidence: 'status.updatedNumberScheduled',
      remedy: false,
    },
    {
      code: 'DaemonSetDown',
      cause: 'The pod is ready on no node.',
      evidence: 'status.numberReady',
    },
    {
      code: 'DaemonSetPodsMissing',
      cause: 'The pod is not ready on some nodes.',
      evidence: 'status.numberUnavailable',
    },
    {
      code: 'DaemonSetMisscheduled',
      cause: 'The pod runs on nodes where it should not.',
      evidence: 'status.numberMisscheduled',
    },
    {
      code: 'DaemonSetNotCounted',
      cause: 'The status does not say on how many nodes the pod should run.',
      evidence: 'status.desiredNumberScheduled',
      remedy: false,
    },
  ],
  shows: ['desired', 'ready', 'images', 'trackingId'],
});

function some(
  ingressControllers: string[],
): Pick<DaemonSetFacts, 'ingressControllers'> {
  return ingressControllers.length > 0 ? { ingressControllers } : {};
}
