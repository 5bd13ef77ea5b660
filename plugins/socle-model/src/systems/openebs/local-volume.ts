import { Link, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { cut, withoutCredentials } from '../../reading/conditions';
import { formatBytes } from '../../reading/quantities';
import { numberAt, RawObject, stringAt } from '../../reading/raw';
import { formatTime } from '../../reading/times';

const MINUTE = 60_000;

/** What LVM and ZFS volumes share: each lies on one node, and has no copy anywhere. */
export type LocalVolumeFacts = {
  state?: string;
  node?: string;
  capacity?: number;
  errorCode?: string;
  error?: string;
};

/** Reason codes of one kind. */
export type LocalVolumeCodes = {
  ready: string;
  pending: string;
  slow: string;
  failed: string;
  unknown: string;
};

export function localVolumeOf(raw: RawObject): LocalVolumeFacts {
  const error = stringAt(raw, 'status', 'error', 'message');
  return {
    state: stringAt(raw, 'status', 'state'),
    node: stringAt(raw, 'spec', 'ownerNodeID'),
    capacity: numberAt(raw, 'spec', 'capacity'),
    errorCode: stringAt(raw, 'status', 'error', 'code'),
    ...(error
      ? { error: cut(withoutCredentials(error).replace(/\s+/g, ' '), 240) }
      : {}),
  };
}

export function onItsNode({ node }: LocalVolumeFacts): Link[] {
  return node
    ? [
        linkTo(
          'storedOn',
          { group: '', kind: 'Node', name: node },
          'target' as const,
        ),
      ]
    : [];
}

/** The rules of a volume on one node. That its node is down is told where the volume is used. */
export function judgeLocalVolume<F extends LocalVolumeFacts>(
  { facts, meta }: Resource<F>,
  { now, thresholds }: HealthContext,
  codes: LocalVolumeCodes,
): Verdict {
  const { state, errorCode, error, node, capacity } = facts;
  const evidence = [{ path: 'status.state', value: state ?? null }];
  const flags = ['notReplicated'];
  const size = capacity === undefined ? '' : ` of ${formatBytes(capacity)}`;
  switch (state) {
    case 'Ready':
      return healthy(
        codes.ready,
        `A volume${size} on node ${node ?? 'not named'} only.`,
        { flags },
      );
    case 'Failed':
      return failed(
        codes.failed,
        `Could not be made${node ? ` on ${node}` : ''}: ${
          [errorCode, error].filter(Boolean).join(': ') || 'no cause given'
        }.`,
        {
          evidence: [
            ...evidence,
            { path: 'status.error.message', value: error ?? null },
          ],
          flags,
        },
      );
    case 'Pending': {
      const since = meta.created;
      const due =
        since === undefined
          ? undefined
          : since + thresholds.localVolumePendingMinutes * MINUTE;
      return since !== undefined && due !== undefined && now > due
        ? degraded(
            codes.slow,
            `Not made since ${formatTime(since)}, and no error told${
              node ? `: look at the driver on node ${node}` : ''
            }.`,
            { evidence, flags },
          )
        : progressing(codes.pending, `A volume${size} is being made.`, {
            evidence,
            flags,
            ...(due === undefined ? {} : { recheckAt: due + 1 }),
          });
    }
    default:
      return unknown(
        codes.unknown,
        state === undefined
          ? 'The driver tells no state.'
          : `State "${state}" is none that is known.`,
        { evidence, flags },
      );
  }
}
