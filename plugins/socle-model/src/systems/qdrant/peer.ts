import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { cut } from '../../reading/conditions';
import { booleanAt, isObject, stringAt, valueAt } from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { instanceLink, podOf, QDRANT } from './qdrant-object';

type PeerFacts = {
  instance?: string;
  uri?: string;
  leads?: boolean;
  /** Sending to it has failed, as the peer that was asked tells. */
  failing?: boolean;
  error?: string;
  /** When that was, in milliseconds. */
  at?: number;
};

const PATH = 'result.message_send_failures';

export const peer = defineKind<PeerFacts>({
  ...QDRANT,
  kind: 'Peer',
  plural: 'peers',
  project: raw => {
    const failure = valueAt(raw, 'status', 'failure');
    const error = stringAt(failure, 'error');
    return {
      instance: stringAt(raw, 'spec', 'instance'),
      uri: stringAt(raw, 'status', 'uri'),
      leads: booleanAt(raw, 'status', 'leads') || undefined,
      ...(failure === null ? { failing: false } : {}),
      ...(isObject(failure) ? { failing: true } : {}),
      ...(error ? { error: cut(error, 200) } : {}),
      at: timeAt(failure, 'at'),
    };
  },
  links: ({ meta, facts }) => {
    const pod = podOf(facts.uri);
    return [
      ...instanceLink('peerOf', meta, facts.instance),
      ...(pod
        ? [linkTo('pod', { group: '', kind: 'Pod', ...pod }, 'target')]
        : []),
    ];
  },
  health: ({ facts }, context) => judge(facts, context),
  reasons: [
    {
      code: 'QdrantPeerReachable',
      cause: 'No message to it has failed lately.',
      evidence: PATH,
      remedy: false,
    },
    {
      code: 'QdrantPeerSilent',
      cause: 'Messages to it fail.',
      evidence: `${PATH}.latest_error`,
    },
    {
      code: 'QdrantPeerNotTold',
      cause: 'No answer says whether it is reachable.',
      evidence: PATH,
      remedy: false,
    },
  ],
  shows: ['uri', 'leads'],
});

function judge(
  { failing, error, at, leads }: PeerFacts,
  { now, thresholds }: HealthContext,
): Verdict {
  if (failing === undefined) {
    return unknown(
      'QdrantPeerNotTold',
      'No answer says whether the peer is reachable.',
      { evidence: [{ path: PATH, value: null }] },
    );
  }
  const until =
    at === undefined
      ? undefined
      : at + thresholds.qdrantSendFailureMinutes * 60_000;
  return failing && (until === undefined || now <= until)
    ? degraded(
        'QdrantPeerSilent',
        `Messages to it fail${error ? `: ${error}` : '.'}`,
        {
          evidence: [{ path: `${PATH}.latest_error`, value: error ?? null }],
          ...(until === undefined ? {} : { recheckAt: until + 1 }),
        },
      )
    : healthy(
        'QdrantPeerReachable',
        leads ? 'Reachable, and leads.' : 'Reachable.',
      );
}
