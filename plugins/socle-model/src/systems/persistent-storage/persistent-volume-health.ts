import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import { freshUntil, newestEvent } from './events';
import { boundVolume } from './persistent-volume-bound';
import type { VolumeFacts } from './persistent-volume';
import { isLocalDriver } from './provisioners';
import { nodesDown } from './volume-node-health';

const MINUTE = 60_000;

/** The rules of a volume by its phase. */
export function judgeVolume(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict {
  const verdict = byPhase(volume, context);
  const flags = [...(verdict.flags ?? [])];
  if (oneCopyOnly(volume.facts) || backendHasOneCopy(context)) {
    flags.push('notReplicated');
  }
  const { schedulingError } = volume.facts;
  const warnings = [
    ...(verdict.warnings ?? []),
    ...(schedulingError
      ? [`Longhorn finds no place for a copy: ${schedulingError}.`]
      : []),
  ];
  return {
    ...verdict,
    ...(flags.length > 0 ? { flags } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

function byPhase(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict {
  const { phase, said, claim } = volume.facts;
  const evidence = [{ path: 'status.phase', value: phase ?? null }];
  switch (phase) {
    case 'Failed':
      return failed(
        'PersistentVolumeReclaimFailed',
        `Reclaiming the volume failed${said ? `: ${said}` : ''}.`,
        {
          evidence: [
            ...evidence,
            { path: 'status.message', value: said ?? null },
          ],
        },
      );
    case 'Released':
      return releasedVolume(volume, context);
    case 'Available':
      return claim
        ? healthy(
            'PersistentVolumeReserved',
            `Reserved for claim ${claim.namespace}/${claim.name}.`,
          )
        : healthy('PersistentVolumeAvailable', 'Free: no claim has it.', {
            flags: ['unused'],
          });
    case 'Pending':
      return pendingVolume(volume, context);
    case 'Bound':
      return boundVolume(volume, context);
    default:
      return unknown(
        'PersistentVolumePhaseUnknown',
        phase === undefined
          ? 'The volume states no phase.'
          : `The volume states phase "${phase}", which is none that Kubernetes defines.`,
        { evidence },
      );
  }
}

function releasedVolume(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): Verdict {
  const { claim, reclaimPolicy, phaseSince, said } = volume.facts;
  const { now, thresholds } = context;
  const whose = claim ? `claim ${claim.namespace}/${claim.name}` : 'its claim';
  const evidence = [
    { path: 'status.phase', value: 'Released' },
    {
      path: 'spec.persistentVolumeReclaimPolicy',
      value: reclaimPolicy ?? null,
    },
    ...(phaseSince === undefined
      ? []
      : [
          {
            path: 'status.lastPhaseTransitionTime',
            value: formatTime(phaseSince),
          },
        ]),
  ];
  if (reclaimPolicy === 'Retain') {
    const ago = phaseSince === undefined ? '' : ` at ${formatTime(phaseSince)}`;
    const trouble = outOfReach(volume, context);
    return healthy(
      'PersistentVolumeKept',
      `${capital(whose)} was deleted${ago}; the data are kept${
        trouble ? ', but cannot be reached now' : ''
      }.`,
      {
        evidence,
        flags: ['orphaned'],
        ...(trouble ? { warnings: [trouble] } : {}),
      },
    );
  }
  if (reclaimPolicy !== 'Delete' && reclaimPolicy !== 'Recycle') {
    return unknown(
      'PersistentVolumePhaseUnknown',
      `Released with reclaim policy "${
        reclaimPolicy ?? ''
      }", which is none that Kubernetes defines.`,
      { evidence },
    );
  }
  const event = newestEvent(volume, context, [
    'VolumeFailedDelete',
    'VolumeFailedRecycle',
  ]);
  const failing = event && freshUntil(event, context) !== undefined;
  // Servers before 1.28 do not tell since when; a volume that old is not being deleted just now.
  const since = phaseSince ?? volume.meta.created;
  const due =
    since === undefined
      ? undefined
      : since + thresholds.volumeReleasedDeleteMinutes * MINUTE;
  if (!failing && (due === undefined || now <= due)) {
    return progressing(
      'PersistentVolumeBeingReclaimed',
      `Being deleted with ${whose}.`,
      { evidence, ...(due === undefined ? {} : { recheckAt: due + 1 }) },
    );
  }
  const down = nodesDown(volume, context);
  const why = event?.says ?? said;
  const parts = [
    ...(why ? [why] : ['no error reported']),
    ...(down ? [`clean-up needs node ${down.names}, ${down.how}`] : []),
  ];
  return degraded(
    'PersistentVolumeReclaimStuck',
    `Deletion fails${
      phaseSince === undefined ? '' : ` since ${formatTime(phaseSince)}`
    }: ${parts.join('; ')}; the data may still be there.`,
    { evidence: [...evidence, ...(event ? [event.evidence] : [])] },
  );
}

/** Nobody uses a volume that was released; whoever wants its data back must know. */
function outOfReach(
  volume: Resource<VolumeFacts>,
  context: HealthContext,
): string | undefined {
  const down = nodesDown(volume, context);
  if (down) {
    return `The data are on node ${down.names}, ${down.how}.`;
  }
  for (const behind of context.targets('volume')) {
    if (
      behind.state === 'present' &&
      behind.resource.verdict.status === 'failed'
    ) {
      const { kind, verdict } = behind.resource;
      return `${kind.kind}: ${verdict.message}`;
    }
  }
  return undefined;
}

function pendingVolume(
  { meta }: Resource<VolumeFacts>,
  { now, thresholds }: HealthContext,
): Verdict {
  const evidence = [{ path: 'status.phase', value: 'Pending' }];
  const { created } = meta;
  const due =
    created === undefined
      ? undefined
      : created + thresholds.volumePendingMinutes * MINUTE;
  return created !== undefined && due !== undefined && now > due
    ? degraded(
        'PersistentVolumePendingTooLong',
        `Not available since ${formatTime(created)}.`,
        { evidence },
      )
    : progressing('PersistentVolumePending', 'Not available yet.', {
        evidence,
        ...(due === undefined ? {} : { recheckAt: due + 1 }),
      });
}

function oneCopyOnly({ source, driver }: VolumeFacts): boolean {
  return source === 'hostPath' || source === 'local' || isLocalDriver(driver);
}

function backendHasOneCopy(context: HealthContext): boolean {
  return context
    .targets('volume')
    .some(
      backend =>
        backend.state === 'present' &&
        backend.resource.verdict.flags?.includes('notReplicated'),
    );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
