import { Link, linkTo } from '../../definition/link';
import { managedBy, ownedBy, trackingIdOf } from '../../definition/ownership';
import type { Meta } from '../../definition/resource';
import type { VerdictEvidence } from '../../judging/verdict';
import { Condition, condition, conditionsAt } from '../../reading/conditions';
import { RawObject, stringAt } from '../../reading/raw';

/** The group of operator 2.x. */
export const CORE = 'core.pingcap.com';

/** What groups and instances of operator 2.x have in common. */
export type CoreFacts = {
  /** The Cluster that it is part of. */
  cluster?: string;
  version?: string;
  ready?: Condition;
  synced?: Condition;
  /** Only while it is, or is being, suspended. */
  suspended?: string;
  trackingId?: string;
};

export function coreFacts(raw: RawObject, kind: string): CoreFacts {
  const conditions = conditionsAt(raw);
  const ready = condition(conditions, 'Ready');
  const synced = condition(conditions, 'Synced');
  const suspend = condition(conditions, 'Suspended');
  const trackingId = trackingIdOf(raw, CORE, kind);
  return {
    cluster: stringAt(raw, 'spec', 'cluster', 'name'),
    version:
      stringAt(raw, 'status', 'version') ??
      stringAt(raw, 'spec', 'version') ??
      stringAt(raw, 'spec', 'template', 'spec', 'version'),
    ...(ready ? { ready } : {}),
    ...(synced ? { synced } : {}),
    ...(suspend?.status === 'True'
      ? { suspended: suspend.reason ?? 'Suspended' }
      : {}),
    ...(trackingId ? { trackingId } : {}),
  };
}

export function coreLinks(meta: Meta, facts: CoreFacts): Link[] {
  return [
    ...ownedBy(meta),
    ...managedBy(facts.trackingId),
    ...(facts.cluster
      ? [
          linkTo(
            'cluster',
            {
              group: CORE,
              kind: 'Cluster',
              namespace: meta.namespace,
              name: facts.cluster,
            },
            'source' as const,
          ),
        ]
      : []),
  ];
}

export function readyEvidence(ready: Condition | undefined): VerdictEvidence[] {
  return [
    {
      path: 'status.conditions[type=Ready].status',
      value: ready?.status ?? null,
    },
    ...(ready?.reason
      ? [{ path: 'status.conditions[type=Ready].reason', value: ready.reason }]
      : []),
  ];
}
