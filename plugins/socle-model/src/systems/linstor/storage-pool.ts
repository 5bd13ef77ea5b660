import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import { numberAt, stringAt } from '../../reading/raw';
import { TOLD } from './told';

export type PoolFacts = {
  node?: string;
  provider?: string;
  /** Bytes. */
  free?: number;
  total?: number;
  report?: string;
};

/** Where a node keeps its copies. */
export const storagePool = defineKind<PoolFacts>({
  ...TOLD,
  kind: 'StoragePool',
  plural: 'storagepools',
  title: 'LINSTOR pools',
  project: raw => ({
    node: stringAt(raw, 'spec', 'node'),
    provider: stringAt(raw, 'spec', 'provider'),
    free: numberAt(raw, 'status', 'freeBytes'),
    total: numberAt(raw, 'status', 'totalBytes'),
    report: stringAt(raw, 'status', 'report'),
  }),
  links: ({ meta, facts }) =>
    facts.node
      ? [
          linkTo(
            'runsOn',
            {
              group: TOLD.group,
              kind: 'Node',
              namespace: meta.namespace,
              name: facts.node,
            },
            'target',
          ),
        ]
      : [],
  health: judgePool,
  reasons: [
    {
      code: 'LinstorPoolReady',
      cause: 'The pool has space.',
      evidence: 'status.freeBytes',
      remedy: false,
    },
    {
      code: 'LinstorPoolFailed',
      cause: 'LINSTOR cannot use the pool.',
      evidence: 'status.report',
    },
    {
      code: 'LinstorPoolNearlyFull',
      cause: 'The pool is nearly full.',
      evidence: 'status.freeBytes',
    },
    {
      code: 'LinstorPoolNotTold',
      cause: 'The space of the pool is not told.',
      evidence: 'status.freeBytes',
      remedy: false,
    },
  ],
});

function judgePool(
  { facts }: Resource<PoolFacts>,
  { thresholds }: HealthContext,
): Verdict {
  const { node, provider, free, total, report } = facts;
  const where = node ? ` on ${node}` : '';
  if (report) {
    return failed('LinstorPoolFailed', `The pool${where} fails: ${report}.`, {
      evidence: [{ path: 'status.report', value: report }],
    });
  }
  if (provider === 'DISKLESS') {
    return healthy('LinstorPoolReady', `Takes no data${where}, on purpose.`);
  }
  if (free === undefined || total === undefined || total <= 0) {
    return unknown(
      'LinstorPoolNotTold',
      `The space of the pool${where} is not told.`,
      { evidence: [{ path: 'status.freeBytes', value: free ?? null }] },
    );
  }
  const percent = (free / total) * 100;
  const figures = `${Math.floor(percent)} % free${where} (${formatBytes(
    free,
  )} of ${formatBytes(total)})`;
  return percent < thresholds.linstorPoolFreePercent
    ? degraded('LinstorPoolNearlyFull', `Only ${figures}.`, {
        evidence: [
          { path: 'status.freeBytes', value: free },
          { path: 'status.totalBytes', value: total },
        ],
      })
    : healthy('LinstorPoolReady', `${figures}.`);
}
