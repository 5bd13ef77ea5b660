import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import type { EngineFacts } from './engine';
import type { ShareManagerFacts } from './share-manager';
import { takingItsTime } from './under-way';
import type { VolumeFacts } from './volume';
import { judgeChanging } from './volume-changing';
import { engineOf, robustnessEvidence } from './volume-copies';
import { judgeDegraded, judgeInSync } from './volume-redundancy';
import { fillingUp } from './volume-detached';
import { oneLine } from './wording';

/** What is attached, or on its way to or from that. Without a verdict where state and robustness say nothing known. */
export function judgeAttached(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict | undefined {
  const { facts } = volume;
  const attached = facts.state === 'attached';
  const engine = engineOf(volume, context);
  const where = facts.nodeID ?? 'its node';
  if (attached && facts.robustness === 'unknown') {
    return unknown(
      'LonghornVolumeNodeSilent',
      `Node ${where}, where it is attached, does not answer.`,
      { evidence: robustnessEvidence(facts) },
    );
  }
  if (engine?.facts.readOnly) {
    return failed(
      'LonghornVolumeReadOnly',
      `The file system is read-only on ${where}: restart the pod that uses it.`,
      {
        evidence: [
          {
            of: engine,
            path: 'status.conditions[type=FilesystemReadOnly].status',
            value: 'True',
          },
        ],
      },
    );
  }
  const share = attached ? judgeShare(volume, context) : undefined;
  if (share) {
    return share;
  }
  if (attached && facts.robustness === 'degraded') {
    return judgeDegraded(volume, engine, context);
  }
  const filling = attached ? fillingUp(facts) : undefined;
  if (filling) {
    return judgeFilling(filling, facts, engine, context);
  }
  return (
    judgeGrowth(facts, engine, context) ??
    (attached
      ? judgeInSync(volume, engine, context)
      : judgeChanging(volume, context))
  );
}

function judgeShare(
  { facts }: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict | undefined {
  if (facts.accessMode !== 'rwx') {
    return undefined;
  }
  const share = context.target<ShareManagerFacts>('share');
  const manager = share?.state === 'present' ? share.resource : undefined;
  if (facts.shareState !== 'error' && manager?.facts.state !== 'error') {
    return undefined;
  }
  return failed(
    'LonghornVolumeShareFailed',
    'Its NFS share is in error, so no pod can use it; the data itself is healthy.',
    {
      evidence:
        facts.shareState === 'error' || !manager
          ? [{ path: 'status.shareState', value: facts.shareState ?? null }]
          : [{ of: manager, path: 'status.state', value: 'error' }],
    },
  );
}

function judgeFilling(
  filling: 'Restoring' | 'Cloning',
  facts: VolumeFacts,
  engine: Resource<EngineFacts> | undefined,
  context: HealthContext,
): Verdict {
  const percent = engine?.facts.restorePercent;
  const how = percent === undefined ? '' : ` (${percent} %)`;
  const purpose = facts.standby
    ? 'Kept for disaster recovery: it restores each new backup'
    : 'A restore from a backup runs';
  return takingItsTime(
    context,
    `LonghornVolume${filling}`,
    filling === 'Restoring'
      ? `${purpose}${how}.`
      : 'A clone from another volume runs.',
    {
      evidence: [
        {
          path:
            filling === 'Restoring'
              ? 'status.restoreRequired'
              : 'status.cloneStatus.state',
          value:
            filling === 'Restoring'
              ? facts.restoreRequired ?? false
              : facts.cloneState ?? null,
        },
      ],
    },
  );
}

function judgeGrowth(
  facts: VolumeFacts,
  engine: Resource<EngineFacts> | undefined,
  context: HealthContext,
): Verdict | undefined {
  const error = engine?.facts.expansionError;
  if (engine && error) {
    return degraded(
      'LonghornVolumeExpansionFailed',
      `Growth failed: ${oneLine(
        error,
      )}; the data stays usable at its old size.`,
      {
        evidence: [
          { of: engine, path: 'status.lastExpansionError', value: error },
        ],
      },
    );
  }
  if (!engine?.facts.expanding && !facts.expanding) {
    return undefined;
  }
  const to = facts.size === undefined ? '' : ` to ${formatBytes(facts.size)}`;
  return takingItsTime(context, 'LonghornVolumeExpanding', `Growing${to}.`, {
    evidence: [
      {
        path: 'status.expansionRequired',
        value: facts.expanding ?? false,
      },
    ],
  });
}
