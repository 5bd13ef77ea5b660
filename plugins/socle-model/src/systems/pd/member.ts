import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { degraded, healthy, unknown, Verdict } from '../../judging/verdict';
import { booleanAt, stringAt } from '../../reading/raw';
import { GROUP, PD, podOf } from './pd-object';

type MemberFacts = {
  cluster?: string;
  healthy?: boolean;
  leader?: boolean;
  url?: string;
  version?: string;
};

export const member = defineKind<MemberFacts>({
  ...PD,
  kind: 'Member',
  plural: 'members',
  project: raw => ({
    cluster: stringAt(raw, 'spec', 'cluster'),
    healthy: booleanAt(raw, 'status', 'healthy'),
    leader: booleanAt(raw, 'status', 'leader'),
    url: stringAt(raw, 'status', 'url'),
    version: stringAt(raw, 'status', 'version'),
  }),
  links: ({ meta, facts }) => {
    const pod = podOf(facts.url);
    return [
      ...(facts.cluster
        ? [
            linkTo(
              'memberOf',
              {
                group: GROUP,
                kind: 'Cluster',
                namespace: meta.namespace,
                name: facts.cluster,
              },
              'source' as const,
            ),
          ]
        : []),
      ...(pod
        ? [linkTo('pod', { group: '', kind: 'Pod', ...pod }, 'target')]
        : []),
    ];
  },
  health: ({ facts, meta }) => judge(facts, meta.name),
  reasons: [
    {
      code: 'PdMemberHealthy',
      cause: 'The member answers its peers.',
      evidence: '[].health',
      remedy: false,
    },
    {
      code: 'PdMemberDown',
      cause: 'The member does not answer its peers.',
      evidence: '[].health',
    },
    {
      code: 'PdMemberNotTold',
      cause: 'No answer says how the member is.',
      evidence: '[].health',
      remedy: false,
    },
  ],
  shows: ['leader', 'version'],
});

function judge(facts: MemberFacts, name: string): Verdict {
  const evidence = [{ path: '[].health', value: facts.healthy ?? null }];
  if (facts.healthy === undefined) {
    return unknown(
      'PdMemberNotTold',
      `${name} is a member; how it is was not told.`,
      {
        evidence,
      },
    );
  }
  return facts.healthy
    ? healthy(
        'PdMemberHealthy',
        `${name} is healthy${facts.leader ? ' and leads' : ''}.`,
      )
    : degraded('PdMemberDown', `${name} does not answer its peers.`, {
        evidence,
      });
}
