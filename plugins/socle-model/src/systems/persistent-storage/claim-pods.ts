import { Resource } from '../../definition/resource';
import { HealthContext, VerdictEvidence } from '../../judging/verdict';
import type { EventFacts } from './events';
import { quoted } from '../../reading/wording';

const MINUTE = 60_000;

/** What the rules read of a Pod. */
export type PodFacts = { phase?: string; nodeName?: string };

export type Pod = Resource<PodFacts>;

/** The pods that name a claim and have not ended: those that have do not use it any more. */
export function podsUsing(context: HealthContext): {
  listed: boolean;
  items: Pod[];
} {
  const { listed, items } = context.incoming<PodFacts>('mounts', '/Pod');
  return {
    listed,
    items: items.filter(
      ({ facts }) => facts.phase !== 'Succeeded' && facts.phase !== 'Failed',
    ),
  };
}

/** `shop/cart-0`, and how many more. */
export function nameThem(pods: readonly Pod[]): string {
  const names = pods.slice(0, 3).map(nameOf);
  const more = pods.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

export function nameOf({ meta }: Resource): string {
  return meta.namespace ? `${meta.namespace}/${meta.name}` : meta.name;
}

const MOUNT_TROUBLE =
  /Failed(Mount|AttachVolume|MapVolume)|(Mount|Map|Attach)Volume\.|Multi-Attach|unable to (attach|mount)/i;
const NODE_CONFLICT = /volume node affinity conflict/i;

/** The first pod that is kept from running because a volume cannot be attached or mounted. */
export function podWithoutMount(
  pods: readonly Pod[],
  volumeName: string | undefined,
  context: HealthContext,
): { pod: Pod; says: string } | undefined {
  for (const pod of pods) {
    const says =
      pod.facts.phase === 'Running'
        ? undefined
        : wordsOf(pod, MOUNT_TROUBLE, context);
    if (says && !namesAnotherVolume(says, volumeName)) {
      return { pod, says };
    }
  }
  return undefined;
}

/** The first pod that cannot go where the data are. */
export function podElsewhere(
  pods: readonly Pod[],
  context: HealthContext,
): { pod: Pod; says: string } | undefined {
  for (const pod of pods) {
    const says = wordsOf(pod, NODE_CONFLICT, context);
    if (says) {
      return { pod, says };
    }
  }
  return undefined;
}

/** The first pod that no node takes. */
export function unschedulablePod(
  pods: readonly Pod[],
): { pod: Pod; says: string } | undefined {
  const pod = pods.find(
    ({ verdict, facts }) =>
      !facts.nodeName &&
      verdict.status === 'failed' &&
      /unschedulable/i.test(`${verdict.reason} ${verdict.message}`),
  );
  return pod && { pod, says: quoted(pod.verdict.message) };
}

/**
 * What a pod's verdict says, where it is about something. Its evidence quotes the event in full; unless the pod is
 * found failed for it, an event that is no longer fresh says nothing of now.
 */
function wordsOf(
  { verdict }: Pod,
  about: RegExp,
  context: HealthContext,
): string | undefined {
  if (verdict.status === 'healthy') {
    return undefined;
  }
  const evidence = verdict.evidence ?? [];
  if (
    verdict.status !== 'failed' &&
    evidence.some(({ of }) => of && isStale(of, context))
  ) {
    return undefined;
  }
  const quotes = evidence
    .map(({ value }) => value)
    .filter((value): value is string => typeof value === 'string')
    .sort((a, b) => b.length - a.length);
  const words = [...quotes, verdict.message].find(text => about.test(text));
  return words === undefined ? undefined : quoted(words);
}

function isStale(of: Resource, { now, thresholds }: HealthContext): boolean {
  const { last } = (of as Resource<EventFacts>).facts;
  return (
    of.kind.kind === 'Event' &&
    last !== undefined &&
    now > last + thresholds.eventFreshMinutes * MINUTE
  );
}

/** The kubelet names a persistent volume by its own name: another name is another mount, such as a Secret's. */
function namesAnotherVolume(
  says: string,
  volumeName: string | undefined,
): boolean {
  const named = /\bfor volume "([^"]+)"/.exec(says)?.[1];
  return (
    named !== undefined && volumeName !== undefined && named !== volumeName
  );
}

/** The verdict of a pod as evidence. */
export function evidenceOf({
  pod,
  says,
}: {
  pod: Pod;
  says: string;
}): VerdictEvidence {
  return { of: pod, path: 'status', value: says };
}
