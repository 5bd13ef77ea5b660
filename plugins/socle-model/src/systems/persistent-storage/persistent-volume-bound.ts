import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import { brokenData, passedOn, weakData } from './driver-health';
import type { VolumeFacts } from './persistent-volume';
import type { ClaimFacts } from './persistent-volume-claim';
import { declaredBehind } from './declared';
import { hasObjectPerVolume } from './volume-backends';
import { notTied, onDeadNode, underDiskPressure } from './volume-node-health';

type Volume = Resource<VolumeFacts>;

const CLAIM_PATH = 'status.healthStatus.healthConditions';

/**
 * The rules of a bound volume, worst first. They read the facts of its claim, never its verdict: the claim's verdict
 * rests on the volume's.
 */
export function boundVolume(volume: Volume, context: HealthContext): Verdict {
  return (
    withoutClaim(volume, context) ??
    onDeadNode(volume, context) ??
    driverSays(context, 'broken') ??
    withoutBackend(volume, context) ??
    behind(context, 'failed', 'PersistentVolumeBackendFailed') ??
    attachments(context, 'failed') ??
    driverSays(context, 'weak') ??
    behind(context, 'degraded', 'PersistentVolumeBackendDegraded') ??
    attachments(context, 'degraded') ??
    underDiskPressure(volume, context) ??
    notTied(volume, context) ??
    behind(context, 'unknown', 'PersistentVolumeBackendUnknown') ??
    behind(context, 'progressing', 'PersistentVolumeBackendProgressing') ??
    serving(volume, context)
  );
}

function withoutClaim(
  { facts }: Volume,
  context: HealthContext,
): Verdict | undefined {
  const { claim } = facts;
  if (!claim) {
    return unknown(
      'PersistentVolumePhaseUnknown',
      'The volume says that it is bound, but names no claim.',
      {
        evidence: [
          { path: 'status.phase', value: 'Bound' },
          { path: 'spec.claimRef', value: null },
        ],
      },
    );
  }
  const found = context.target<ClaimFacts>('claim');
  const name = `${claim.namespace}/${claim.name}`;
  const evidence = [{ path: 'spec.claimRef.uid', value: claim.uid ?? null }];
  if (found?.state === 'absent') {
    return degraded(
      'PersistentVolumeClaimGone',
      `Bound to claim ${name}, which does not exist.`,
      {
        evidence,
        flags: ['orphaned'],
      },
    );
  }
  const uid = found?.state === 'present' ? found.resource.meta.uid : undefined;
  if (found?.state !== 'present' || !uid || !claim.uid || uid === claim.uid) {
    return undefined;
  }
  return degraded(
    'PersistentVolumeClaimGone',
    `Bound to a claim ${name} that is gone; the claim of that name now is another one.`,
    {
      evidence: [
        ...evidence,
        { of: found.resource, path: 'metadata.uid', value: uid },
      ],
      flags: ['orphaned'],
    },
  );
}

function driverSays(
  context: HealthContext,
  how: 'broken' | 'weak',
): Verdict | undefined {
  const claim = context.target<ClaimFacts>('claim');
  if (claim?.state !== 'present') {
    return undefined;
  }
  const of = claim.resource;
  return how === 'broken'
    ? brokenData(of.facts.driverHealth, 'PersistentVolumeDataLost', {
        of,
        path: CLAIM_PATH,
      })
    : weakData(of.facts.driverHealth, 'PersistentVolumeDataDegraded', {
        of,
        path: CLAIM_PATH,
      });
}

function behind(
  context: HealthContext,
  status: Verdict['status'],
  reason: string,
): Verdict | undefined {
  // Ceph tells of a pool and of its cluster: the worse of them counts.
  for (const backend of context.targets('volume')) {
    if (
      backend.state === 'present' &&
      backend.resource.verdict.status === status
    ) {
      return passedOn(backend.resource, reason);
    }
  }
  return undefined;
}

/** The driver's own objects were all read, and the volume is not among them. */
function withoutBackend(
  { facts }: Volume,
  context: HealthContext,
): Verdict | undefined {
  return hasObjectPerVolume(facts) &&
    context.target('volume')?.state === 'absent'
    ? failed(
        'PersistentVolumeBackendMissing',
        `The storage volume ${facts.handle} of driver ${facts.driver} does not exist any more.`,
        {
          evidence: [
            { path: 'spec.csi.volumeHandle', value: facts.handle ?? null },
          ],
        },
      )
    : undefined;
}

/** An attachment that fails takes the volume down only where no other node has it. */
function attachments(
  context: HealthContext,
  status: 'failed' | 'degraded',
): Verdict | undefined {
  const { items } = context.incoming(
    'attaches',
    'storage.k8s.io/VolumeAttachment',
  );
  const stuck = items.find(({ verdict }) => verdict.status === 'failed');
  const attached = items.some(({ verdict }) => verdict.status === 'healthy');
  if (status === 'failed') {
    return stuck && !attached
      ? passedOn(stuck, 'PersistentVolumeAttachFailed')
      : undefined;
  }
  const slow =
    stuck ?? items.find(({ verdict }) => verdict.status === 'degraded');
  return (
    slow && {
      ...passedOn(slow, 'PersistentVolumeAttachmentTrouble'),
      status: 'degraded',
    }
  );
}

function serving({ facts }: Volume, context: HealthContext): Verdict {
  const { claim, capacity, class: name, hosts } = facts;
  const about = [
    ...(name ? [`class ${name}`] : []),
    ...(capacity === undefined ? [] : [formatBytes(capacity)]),
  ];
  const declared = declaredBehind(facts.driver, context);
  const where = hosts ? `; on node ${hosts.join(' or ')} only` : '';
  return healthy(
    'PersistentVolumeBound',
    `Bound to claim ${claim?.namespace}/${claim?.name}${
      about.length > 0 ? ` (${about.join(', ')})` : ''
    }${where}${declared ? `; ${declared.says}` : ''}.`,
    declared?.how === 'single' ? { flags: ['notReplicated'] } : {},
  );
}
