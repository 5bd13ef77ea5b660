import type { KindId } from '../../definition/kind';
import { Link, objectKey } from '../../definition/link';
import { annotationAt, labelAt, RawObject, stringAt } from '../../reading/raw';

/**
 * What a pod is within a clustered service whose operator tells its pods apart by labels. Kept only of such pods: all
 * others pay nothing for it.
 */
export type PodMembership = {
  /** The custom resource that it serves, by kind and name. */
  of: KindId;
  name: string;
  /** `master`, `replica`, `broker`, `controller` …; absent where the operator has not said. */
  role?: string;
  /** Its own address and the one that it replicates from. */
  ip?: string;
  follows?: string;
  /** The field that says whom it follows, where it is not the one that operators use today. */
  followsAt?: string;
};

/** The fields that tell it: single labels, so that the others need not be parsed. */
export const MEMBERSHIP_READS = [
  'metadata.labels.app',
  'metadata.labels.app.kubernetes.io/name',
  'metadata.labels.role',
  'metadata.labels.master-ip',
  'metadata.labels.strimzi.io/kind',
  'metadata.labels.strimzi.io/cluster',
  'metadata.labels.strimzi.io/name',
  'metadata.labels.strimzi.io/broker-role',
  'metadata.labels.strimzi.io/controller-role',
  'metadata.annotations.operator.dragonflydb.io/masterIP',
  'metadata.annotations.master-ip',
  'status.podIP',
] as const;

/** The membership of a pod that carries the labels of an operator known to use them; undefined for all others. */
export function membershipOf(raw: RawObject): PodMembership | undefined {
  return dragonfly(raw) ?? strimzi(raw);
}

/** The link to what the pod serves. Owners say the same where they are set; the label holds where they are not. */
export function memberLink(
  member: PodMembership | undefined,
  namespace: string | undefined,
): Link[] {
  if (!member) {
    return [];
  }
  const slash = member.of.indexOf('/');
  return [
    {
      rel: 'memberOf',
      to: objectKey(
        member.of.slice(0, slash),
        member.of.slice(slash + 1),
        namespace,
        member.name,
      ),
      kinds: [member.of],
      depends: 'source',
    },
  ];
}

function dragonfly(raw: RawObject): PodMembership | undefined {
  if (labelAt(raw, 'app.kubernetes.io/name') !== 'dragonfly') {
    return undefined;
  }
  const name = labelAt(raw, 'app');
  if (!name) {
    return undefined;
  }
  const role = labelAt(raw, 'role');
  const ip = stringAt(raw, 'status', 'podIP');
  const today = annotationAt(raw, 'operator.dragonflydb.io/masterIP');
  const annotated = annotationAt(raw, 'master-ip');
  const follows = today ?? annotated ?? labelAt(raw, 'master-ip');
  return {
    of: 'dragonflydb.io/Dragonfly',
    name,
    ...(role ? { role } : {}),
    ...(ip ? { ip } : {}),
    ...(follows ? { follows } : {}),
    ...(follows && !today
      ? {
          followsAt: `metadata.${
            annotated ? 'annotations' : 'labels'
          }[master-ip]`,
        }
      : {}),
  };
}

const STRIMZI_KINDS = [
  'Kafka',
  'KafkaConnect',
  'KafkaMirrorMaker2',
  'KafkaBridge',
];

function strimzi(raw: RawObject): PodMembership | undefined {
  const kind = labelAt(raw, 'strimzi.io/kind');
  if (!kind || !STRIMZI_KINDS.includes(kind)) {
    return undefined;
  }
  const name = labelAt(raw, 'strimzi.io/cluster');
  if (!name) {
    return undefined;
  }
  const role = kind === 'Kafka' ? kafkaRole(raw, name) : undefined;
  return { of: `kafka.strimzi.io/${kind}`, name, ...(role ? { role } : {}) };
}

/** A node that is both counts as a broker: that is what clients need. Older operators had no role labels. */
function kafkaRole(raw: RawObject, cluster: string): string | undefined {
  const broker = labelAt(raw, 'strimzi.io/broker-role');
  if (broker === 'true') return 'broker';
  if (labelAt(raw, 'strimzi.io/controller-role') === 'true') {
    return 'controller';
  }
  const component = labelAt(raw, 'strimzi.io/name');
  return broker === undefined && component === `${cluster}-kafka`
    ? 'broker'
    : undefined;
}
