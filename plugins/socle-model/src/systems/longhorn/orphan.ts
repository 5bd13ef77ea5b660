import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import { degraded, healthy, unknown, Verdict } from '../../judging/verdict';
import { condition, said } from '../../reading/conditions';
import { stringAt } from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { longhornConditions } from './longhorn-conditions';
import { oneLine } from './wording';

/** Data or a process that belongs to no object any more. Deleting the Orphan deletes what it names. */
export type OrphanFacts = {
  orphanType?: string;
  nodeID?: string;
  dataName?: string;
  diskName?: string;
  cleanable?: string;
  error?: string;
  errorText?: string;
};

export const orphan = defineKind<OrphanFacts>({
  ...LONGHORN,
  kind: 'Orphan',
  plural: 'orphans',
  project: raw => {
    const conditions = longhornConditions(raw);
    const cleanable = condition(conditions, 'DataCleanable');
    const error = condition(conditions, 'Error');
    return {
      orphanType: stringAt(raw, 'spec', 'orphanType'),
      nodeID: stringAt(raw, 'spec', 'nodeID'),
      dataName: stringAt(raw, 'spec', 'parameters', 'DataName'),
      diskName: stringAt(raw, 'spec', 'parameters', 'DiskName'),
      cleanable:
        cleanable?.status === 'False'
          ? cleanable.reason ?? 'False'
          : cleanable?.status,
      error: error?.status,
      ...(error?.status === 'True' ? { errorText: said(error) } : {}),
    };
  },
  links: of => inLonghorn('storedOn', of, 'Node', of.facts.nodeID),
  health: judgeOrphan,
  reasons: [
    {
      code: 'LonghornOrphanFound',
      cause: 'Left-over data of something deleted uses space.',
      evidence: 'spec.parameters',
      remedy: false,
    },
    {
      code: 'LonghornOrphanCleanupFailed',
      cause: 'Left-over data could not be deleted.',
      evidence: 'status.conditions[type=Error]',
    },
    {
      code: 'LonghornOrphanStateUnknown',
      cause: 'Nothing is told of the left-over data.',
      evidence: 'status.conditions',
      remedy: false,
    },
  ],
  shows: ['orphanType'],
});

function judgeOrphan({ facts }: Resource<OrphanFacts>): Verdict {
  const flags = ['orphaned'];
  const what = facts.dataName ?? facts.orphanType ?? 'something';
  const where = [facts.diskName, facts.nodeID].filter(Boolean).join(' of ');
  if (facts.error === 'True') {
    return degraded(
      'LonghornOrphanCleanupFailed',
      `${what} on ${where || 'an unknown node'} could not be deleted: ${oneLine(
        facts.errorText ?? 'no cause given',
      )}.`,
      {
        flags,
        evidence: [
          {
            path: 'status.conditions[type=Error].message',
            value: oneLine(facts.errorText ?? ''),
          },
        ],
      },
    );
  }
  if (facts.error === undefined && facts.cleanable === undefined) {
    return unknown(
      'LonghornOrphanStateUnknown',
      `Nothing is told of ${what}.`,
      { flags, evidence: [{ path: 'status.conditions', value: null }] },
    );
  }
  const cleanable =
    facts.cleanable === 'True'
      ? 'it may be deleted'
      : `it cannot be deleted now (${facts.cleanable ?? 'not told'})`;
  return healthy(
    'LonghornOrphanFound',
    `${what} on ${
      where || 'an unknown node'
    } belongs to nothing any more; ${cleanable}.`,
    { flags },
  );
}
