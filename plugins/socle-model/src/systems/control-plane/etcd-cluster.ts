import { defineKind } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { stringsAt } from '../../reading/raw';

export type EtcdClusterFacts = {
  /** Checks of the API server that speak of etcd. */
  passed: string[];
  failed: string[];
};

/** etcd as the API server finds it, and its members where they run as pods. Talos runs them as services of the node. */
export const etcdCluster = defineKind<EtcdClusterFacts>({
  group: 'control-plane.socle.dev',
  kind: 'EtcdCluster',
  plural: 'etcdclusters',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  project: raw => ({
    passed: stringsAt(raw, 'status', 'checked', 'ok'),
    failed: stringsAt(raw, 'status', 'checked', 'failed'),
  }),
  provides: () => ['controlPlane:etcd'],
  health: judgeEtcd,
  reasons: [
    {
      code: 'EtcdAnswers',
      cause: 'etcd answers the API server.',
      evidence: 'status.checked.ok',
      remedy: false,
    },
    {
      code: 'EtcdDoesNotAnswer',
      cause: 'The API server does not reach etcd.',
      evidence: 'status.checked.failed',
    },
    {
      code: 'EtcdQuorumLost',
      cause: 'Most members of etcd do not run: nothing can be written.',
      evidence: 'status.conditions[type=Ready].status of the member pods',
    },
    {
      code: 'EtcdMemberDown',
      cause: 'A member of etcd does not run; the others still agree.',
      evidence: 'status.conditions[type=Ready].status of the member pods',
    },
    {
      code: 'EtcdNotShown',
      cause: 'Neither the API server nor a pod says how etcd is.',
      evidence: 'status.checked',
      remedy: false,
    },
  ],
  shows: ['passed', 'failed'],
});

function judgeEtcd(
  { facts }: Resource<EtcdClusterFacts>,
  context: HealthContext,
): Verdict {
  if (facts.failed.length > 0) {
    return failed(
      'EtcdDoesNotAnswer',
      `The API server does not reach etcd: its check ${facts.failed.join(
        ', ',
      )} failed.`,
      { evidence: [{ path: 'status.checked.failed', value: facts.failed }] },
    );
  }
  const members = context.incoming('member', '/Pod').items;
  if (members.length > 0) {
    return judgeMembers(members, facts.passed.length > 0);
  }
  return facts.passed.includes('etcd')
    ? healthy(
        'EtcdAnswers',
        'etcd answers the API server; its members are not shown by the API.',
      )
    : unknown(
        'EtcdNotShown',
        'How etcd is does not show: the API server does not speak of it, and no pod runs it.',
        { evidence: [{ path: 'status.checked.ok', value: facts.passed }] },
      );
}

/** More than half of the members must agree on every write. */
function judgeMembers(members: Resource[], answers: boolean): Verdict {
  const total = members.length;
  const down = members.filter(({ verdict }) => !works(verdict));
  const quorum = Math.floor(total / 2) + 1;
  const up = total - down.length;
  const spare = up - quorum;
  const count = `${total} member${total === 1 ? '' : 's'}`;
  if (down.length === 0) {
    return healthy(
      'EtcdAnswers',
      `${count}, all running: ${
        spare === 0 ? 'none may be lost' : `the loss of ${spare} is tolerated`
      }.`,
      {
        ...(total === 1 ? { flags: ['notReplicated'] } : {}),
        ...(total > 1 && total % 2 === 0
          ? {
              warnings: [
                `An even number of members tolerates no more than ${
                  total - 1
                } do.`,
              ],
            }
          : {}),
      },
    );
  }
  const names = down.map(({ meta }) => meta.name).join(', ');
  const evidence = down.map(of => ({
    of,
    path: 'status.conditions[type=Ready].status',
    value: of.verdict.message,
  }));
  return spare < 0
    ? failed(
        'EtcdQuorumLost',
        `${up} of ${count} run, ${quorum} are needed: ${names} down${
          answers ? ', although the API server was still answered' : ''
        }.`,
        { evidence },
      )
    : degraded(
        'EtcdMemberDown',
        `${up} of ${count} run: ${names} down, ${
          spare === 0
            ? 'no tolerance left'
            : `the loss of ${spare} more is tolerated`
        }.`,
        { evidence },
      );
}

/** A member that restarted a while ago is a member. */
function works({ status, reason }: Verdict): boolean {
  return (
    status === 'healthy' ||
    (status === 'degraded' &&
      (reason === 'PodRestarted' || reason === 'PodOutOfMemory'))
  );
}
