import { Resource } from '../../definition/resource';
import {
  failed,
  healthy,
  HealthContext,
  judgedAgainAfter,
  Neighbour,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatBytes } from '../../reading/quantities';
import { claimFlags } from './claim-flags';
import { claimUsed, usedInWords } from './claim-usage';
import { changingClaim, refusedChange } from './claim-growth';
import {
  evidenceOf,
  nameOf,
  podElsewhere,
  podsUsing,
  podWithoutMount,
} from './claim-pods';
import { declaredBehind } from './declared';
import { brokenData, passedOn, unclearData, weakData } from './driver-health';
import type { ClaimFacts } from './persistent-volume-claim';
import type { VolumeFacts } from './persistent-volume';
import { MICROK8S_HOSTPATH } from './provisioners';

type Claim = Resource<ClaimFacts>;
type Volume = Neighbour<VolumeFacts> | undefined;

const CODES = {
  failed: 'ClaimVolumeFailed',
  degraded: 'ClaimVolumeDegraded',
  unknown: 'ClaimVolumeUnknown',
} as const;

const DRIVER_PATH = 'status.healthStatus.healthConditions';

/** The rules of a bound claim, first match wins; its flags stand beside whichever did. */
export function boundClaim(claim: Claim, context: HealthContext): Verdict {
  const volume = context.target<VolumeFacts>('volume');
  const verdict =
    notReallyBound(claim, volume) ??
    driverSays(claim, 'broken') ??
    unmountable(claim, volume, context) ??
    behind(volume, ['failed']) ??
    // A claim that is full and cannot grow is full first of all.
    claimUsed(context, 'full') ??
    driverSays(claim, 'weak') ??
    refusedChange(claim.facts) ??
    claimUsed(context, 'nearly') ??
    dataElsewhere(volume, context) ??
    behind(volume, ['degraded', 'unknown']) ??
    driverSays(claim, 'unclear') ??
    changingClaim(claim.facts) ??
    inOrder(claim, volume, context);
  const { flags, warnings, until } = claimFlags(
    claim,
    volume,
    verdict,
    context,
  );
  return {
    ...judgedAgainAfter(verdict, context.now, until),
    ...(flags.length > 0 ? { flags } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

function notReallyBound(
  { meta, facts }: Claim,
  volume: Volume,
): Verdict | undefined {
  const { volumeName } = facts;
  const spec = { path: 'spec.volumeName', value: volumeName ?? null };
  if (!volumeName) {
    return unknown(
      'ClaimStateUnclear',
      'The claim says that it is bound, but names no volume.',
      { evidence: [{ path: 'status.phase', value: 'Bound' }, spec] },
    );
  }
  if (volume?.state === 'absent') {
    return failed(
      'ClaimVolumeMissing',
      `Bound to volume ${volumeName}, which does not exist.`,
      { evidence: [spec] },
    );
  }
  if (volume?.state !== 'present') {
    return undefined;
  }
  const { claim } = volume.resource.facts;
  const same =
    claim?.uid !== undefined && meta.uid !== undefined
      ? claim.uid === meta.uid
      : claim?.name === meta.name && claim.namespace === meta.namespace;
  if (same) {
    return undefined;
  }
  const whose = claim
    ? `belongs to ${claim.namespace}/${claim.name}${
        claim.uid ? ` with uid ${claim.uid}` : ''
      }`
    : 'belongs to no claim';
  return failed(
    'ClaimVolumeTaken',
    `Bound to volume ${volumeName}, which ${whose}.`,
    {
      evidence: [
        { path: 'metadata.uid', value: meta.uid ?? null },
        {
          of: volume.resource,
          path: 'spec.claimRef.uid',
          value: claim?.uid ?? null,
        },
      ],
    },
  );
}

function driverSays(
  { facts }: Claim,
  how: 'broken' | 'weak' | 'unclear',
): Verdict | undefined {
  const said = facts.driverHealth;
  switch (how) {
    case 'broken':
      return brokenData(said, 'ClaimDataLost', { path: DRIVER_PATH });
    case 'weak':
      return weakData(said, 'ClaimDataDegraded', { path: DRIVER_PATH });
    default:
      return unclearData(said, 'ClaimStateUnclear', { path: DRIVER_PATH });
  }
}

/** Its trouble is the claim's: both have lasted as long. */
function isFailed({ verdict }: Resource): boolean {
  return verdict.status === 'failed';
}

function unmountable(
  { facts }: Claim,
  volume: Volume,
  context: HealthContext,
): Verdict | undefined {
  const pods = podsUsing(context).items;
  const stuck = podWithoutMount(pods, facts.volumeName, context);
  if (stuck) {
    return failed(
      'ClaimMountFailed',
      `Pod ${nameOf(stuck.pod)} cannot mount the claim: ${stuck.says}.`,
      {
        evidence: [evidenceOf(stuck)],
        ...(isFailed(stuck.pod) ? { since: stuck.pod.since } : {}),
      },
    );
  }
  const hosts =
    volume?.state === 'present' ? volume.resource.facts.hosts : undefined;
  const away = hosts && podElsewhere(pods, context);
  return away
    ? failed(
        'ClaimNodeConflict',
        `Pod ${nameOf(away.pod)} wants another node than ${hosts.join(
          ', ',
        )}, where the data are.`,
        { evidence: [evidenceOf(away)] },
      )
    : undefined;
}

function behind(
  volume: Volume,
  statuses: Array<'failed' | 'degraded' | 'unknown'>,
): Verdict | undefined {
  if (volume?.state !== 'present') {
    return undefined;
  }
  const { status } = volume.resource.verdict;
  const match = statuses.find(one => one === status);
  return match && passedOn(volume.resource, CODES[match]);
}

/** A hostPath volume that is not tied to a node gives a pod elsewhere an empty directory. */
function dataElsewhere(
  volume: Volume,
  context: HealthContext,
): Verdict | undefined {
  if (volume?.state !== 'present') {
    return undefined;
  }
  const { hosts, identityNode } = volume.resource.facts;
  if (hosts || !identityNode) {
    return undefined;
  }
  const pod = podsUsing(context).items.find(
    ({ facts }) => facts.nodeName && facts.nodeName !== identityNode,
  );
  return pod
    ? {
        status: 'degraded',
        reason: 'ClaimDataElsewhere',
        message: `Pod ${nameOf(pod)} runs on node ${
          pod.facts.nodeName
        }, but the volume's directory was made on ${identityNode}: the pod sees another, empty one.`,
        evidence: [
          { of: pod, path: 'spec.nodeName', value: pod.facts.nodeName },
          {
            of: volume.resource,
            path: 'metadata.annotations.hostPathProvisionerIdentity',
            value: identityNode,
          },
        ],
      }
    : undefined;
}

function inOrder(
  claim: Claim,
  volume: Volume,
  context: HealthContext,
): Verdict {
  const { facts } = claim;
  const about = [
    ...(facts.class ? [`class ${facts.class}`] : []),
    ...(facts.capacity !== undefined ? [formatBytes(facts.capacity)] : []),
  ];
  const bound = `Bound to ${facts.volumeName}${
    about.length > 0 ? ` (${about.join(', ')})` : ''
  }`;
  const pods = podsUsing(context);
  const use =
    pods.listed && pods.items.length === 0 ? '; no pod mounts it now' : '';
  const used = usedInWords(context);
  const declared = declaredBehind(
    facts.provisioner ??
      (volume?.state === 'present' ? volume.resource.facts.driver : undefined),
    context,
  );
  return healthy(
    'ClaimBound',
    `${bound}${used ? `, ${used}` : ''}${whereItLies(claim, volume)}${
      declared ? `; ${declared.says}` : ''
    }${use}.`,
  );
}

function whereItLies({ facts }: Claim, volume: Volume): string {
  const known = volume?.state === 'present' ? volume.resource.facts : undefined;
  const hostpath = [known?.provisioner, facts.provisioner].includes(
    MICROK8S_HOSTPATH,
  );
  const node =
    known?.hosts?.join(' or ') ?? (hostpath ? facts.selectedNode : undefined);
  if (hostpath) {
    return `: on ${
      node ? `node ${node}` : 'one node'
    } only; not replicated; size is not enforced; usage is not measured`;
  }
  const local =
    volume?.state === 'present' &&
    volume.resource.verdict.flags?.includes('notReplicated');
  return local
    ? `: on ${node ? `node ${node}` : 'one node'} only; not replicated`
    : '';
}
