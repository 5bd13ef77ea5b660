import { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import type { ProjectFacts } from './project';

export function judgeProject(
  { facts }: Resource<ProjectFacts>,
  context: HealthContext,
): Verdict {
  if (facts.id === undefined) {
    return unknown('HarborProjectNotTold', 'Its id was not told.', {
      evidence: [{ path: 'spec.id', value: null }],
    });
  }
  const holds =
    facts.repositories === undefined
      ? ''
      : ` with ${facts.repositories} ${
          facts.repositories === 1 ? 'repository' : 'repositories'
        }`;
  return (
    judgeUpstream(facts, context) ??
    judgeQuota(context) ??
    healthy(
      'HarborProjectServed',
      facts.registryId === undefined
        ? `Project${holds}.`
        : `Proxy cache${holds}; its registry is reached.`,
    )
  );
}

/** A proxy cache gives out what it has, also while its registry is away. */
function judgeUpstream(
  { registryId }: ProjectFacts,
  context: HealthContext,
): Verdict | undefined {
  if (registryId === undefined) {
    return undefined;
  }
  const evidence = [{ path: 'spec.registryId', value: registryId }];
  const upstream = context.target('upstream');
  if (upstream?.state === 'absent') {
    return degraded(
      'HarborProxyRegistryMissing',
      `It is the cache of registry ${registryId}, which does not exist: cached images still pull, new ones fail.`,
      { evidence },
    );
  }
  if (upstream?.state !== 'present') {
    return unknown(
      'HarborProxyUpstreamUnknown',
      `It is the cache of registry ${registryId}, which was not read.`,
      { evidence },
    );
  }
  const { meta, verdict } = upstream.resource;
  const because = verdict.evidence?.map(one => ({
    ...one,
    of: one.of ?? upstream.resource,
  }));
  if (verdict.status === 'failed') {
    return degraded(
      'HarborProxyUpstreamDown',
      `Its registry ${meta.name} is not reached: cached images still pull, new ones fail.`,
      { evidence: because ?? evidence },
    );
  }
  return verdict.status === 'healthy'
    ? undefined
    : unknown(
        'HarborProxyUpstreamUnknown',
        `How its registry ${meta.name} is was not told.`,
        { evidence: because ?? evidence },
      );
}

function judgeQuota(context: HealthContext): Verdict | undefined {
  const full = context
    .incoming('project', 'harbor.socle.dev/Quota')
    .items.find(quota => quota.verdict.status === 'failed');
  return full
    ? degraded(
        'HarborProjectPushRefused',
        'Its quota is used up: push is refused, pull works.',
        {
          evidence: full.verdict.evidence?.map(one => ({ ...one, of: full })),
        },
      )
    : undefined;
}
