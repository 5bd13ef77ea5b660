import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { labelAt, numberAt, RawObject } from '../../reading/raw';
import { strimziOwnerLink, strimziOwnerOf } from './membership';
import { GROUP } from './strimzi-conditions';

export type PodSetFacts = {
  pods?: number;
  ready?: number;
  current?: number;
  /** Labels strimzi.io/kind, /cluster and /pool-name: what the pods are for. */
  ofKind?: string;
  cluster?: string;
  pool?: string;
};

const KINDS = ['Kafka', 'KafkaConnect', 'KafkaMirrorMaker2'];

export const strimziPodSet = defineKind<PodSetFacts>({
  group: 'core.strimzi.io',
  kind: 'StrimziPodSet',
  plural: 'strimzipodsets',
  versions: ['v1', 'v1beta2'],
  namespaced: true,
  reads: ['metadata.labels', 'status'],
  project,
  links: podSetLinks,
  health: judge,
  reasons: [
    {
      code: 'StrimziPodSetReady',
      cause: 'All its pods are ready.',
      evidence: 'status.readyPods',
      remedy: false,
    },
    {
      code: 'StrimziPodSetStarting',
      cause: 'Its pods have just been asked for.',
      evidence: 'status.readyPods',
      remedy: false,
    },
    {
      code: 'StrimziPodSetPodsMissing',
      cause: 'Fewer pods are ready than wanted.',
      evidence: 'status.readyPods',
    },
    {
      code: 'StrimziPodSetDown',
      cause: 'None of its pods is ready.',
      evidence: 'status.readyPods',
    },
    {
      code: 'StrimziPodSetStateUnknown',
      cause: 'Its status has no count of pods.',
      evidence: 'status.pods',
      remedy: false,
    },
  ],
  shows: ['current'],
});

function project(raw: RawObject): PodSetFacts {
  const kind = labelAt(raw, 'strimzi.io/kind');
  return {
    pods: numberAt(raw, 'status', 'pods'),
    ready: numberAt(raw, 'status', 'readyPods'),
    current: numberAt(raw, 'status', 'currentPods'),
    ofKind: kind && KINDS.includes(kind) ? kind : undefined,
    cluster: labelAt(raw, 'strimzi.io/cluster'),
    pool: labelAt(raw, 'strimzi.io/pool-name'),
  };
}

function podSetLinks({ meta, facts }: Resource<PodSetFacts>): Link[] {
  const { namespace } = meta;
  const links = strimziOwnerLink(meta);
  const owner = strimziOwnerOf(meta);
  // Where the labels do not say it, the owner does.
  const pool =
    facts.pool ?? (owner?.kind === 'KafkaNodePool' ? owner.name : undefined);
  const ofKind = facts.ofKind ?? kindOf(owner?.kind);
  const cluster =
    facts.cluster ?? (owner?.kind === ofKind ? owner?.name : undefined);
  if (ofKind && cluster) {
    links.push(
      linkTo(
        'podsOf',
        { group: GROUP, kind: ofKind, namespace, name: cluster },
        'source',
      ),
    );
  }
  if (pool) {
    // Pools of two clusters in one namespace may not share a name.
    links.push(
      linkTo(
        'podsOf',
        { group: GROUP, kind: 'KafkaNodePool', namespace, name: pool },
        'source',
      ),
    );
  }
  return links;
}

function kindOf(owner: string | undefined): string | undefined {
  if (owner === 'KafkaNodePool') return 'Kafka';
  return owner !== undefined && KINDS.includes(owner) ? owner : undefined;
}

function judge(
  { facts, meta }: Resource<PodSetFacts>,
  context: HealthContext,
): Verdict {
  const { pods, ready = 0 } = facts;
  if (pods === undefined) {
    return unknown(
      'StrimziPodSetStateUnknown',
      'The status does not say how many pods there should be.',
      { evidence: [{ path: 'status.pods', value: null }] },
    );
  }
  const figures = `${ready} of ${pods} pods ready`;
  const evidence = [
    { path: 'status.readyPods', value: ready },
    { path: 'status.pods', value: pods },
  ];
  if (facts.ready !== undefined && ready >= pods) {
    return healthy('StrimziPodSetReady', `${figures}.`);
  }
  const due =
    meta.created === undefined
      ? undefined
      : meta.created + context.thresholds.progressMinutes * 60_000;
  if (due !== undefined && context.now <= due) {
    return progressing('StrimziPodSetStarting', `${figures}, just created.`, {
      evidence,
      recheckAt: due + 1,
    });
  }
  return ready === 0
    ? failed('StrimziPodSetDown', `None of ${pods} pods is ready.`, {
        evidence,
      })
    : degraded('StrimziPodSetPodsMissing', `${figures}.`, { evidence });
}
