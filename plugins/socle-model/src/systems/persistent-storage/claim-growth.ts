import {
  degraded,
  progressing,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { Condition, condition } from '../../reading/conditions';
import { formatBytes } from '../../reading/quantities';
import type { ClaimFacts } from './persistent-volume-claim';
import { quoted } from '../../reading/wording';

/** Growth or a change of attributes that the driver refuses; the data stay usable as they were. */
export function refusedChange(facts: ClaimFacts): Verdict | undefined {
  const growth =
    isTrue(facts, 'ControllerResizeError') ?? isTrue(facts, 'NodeResizeError');
  if (growth || /(Infeasible|Failed)$/.test(facts.growth ?? '')) {
    const why = growth ? saidBy(growth) : `the driver answers ${facts.growth}`;
    return degraded(
      'ClaimGrowthRefused',
      `Growth${sizes(facts)} refused: ${why}; the data stay usable.`,
      {
        evidence: evidenceFor(growth, growthPath(facts), facts.growth),
      },
    );
  }
  const change = isTrue(facts, 'ModifyVolumeError');
  if (change || facts.change === 'Infeasible') {
    const why = change ? saidBy(change) : 'the driver answers Infeasible';
    return degraded(
      'ClaimChangeRefused',
      `The change of the volume's attributes is refused: ${why}; the data stay usable.`,
      {
        evidence: evidenceFor(
          change,
          'status.modifyVolumeStatus.status',
          facts.change,
        ),
      },
    );
  }
  return undefined;
}

const GROWING = /(InProgress|Pending)$/;

function growthPath({ growthInResizeStatus }: ClaimFacts): string {
  return growthInResizeStatus
    ? 'status.resizeStatus'
    : 'status.allocatedResourceStatuses.storage';
}

/** Growth or a change that is on its way. */
export function changingClaim(facts: ClaimFacts): Verdict | undefined {
  if (facts.growth !== undefined && !GROWING.test(facts.growth)) {
    return unclear(growthPath(facts), facts.growth);
  }
  if (facts.change !== undefined && !GROWING.test(facts.change)) {
    return unclear('status.modifyVolumeStatus.status', facts.change);
  }
  const { capacity, request } = facts;
  const waits = isTrue(facts, 'FileSystemResizePending');
  const grows = waits ?? isTrue(facts, 'Resizing');
  const short =
    capacity !== undefined && request !== undefined && capacity < request;
  if (grows || short || facts.growth) {
    const part = waits ? '; the file system part waits for a mount' : '';
    return progressing('ClaimGrowing', `Growing${sizes(facts)}${part}.`, {
      evidence: [
        ...evidenceFor(grows, growthPath(facts), facts.growth),
        { path: 'status.capacity.storage', value: capacity ?? null },
        { path: 'spec.resources.requests.storage', value: request ?? null },
      ],
    });
  }
  const modifies = isTrue(facts, 'ModifyingVolume');
  return modifies || facts.change
    ? progressing(
        'ClaimChanging',
        "The volume's attributes are being changed.",
        {
          evidence: evidenceFor(
            modifies,
            'status.modifyVolumeStatus.status',
            facts.change,
          ),
        },
      )
    : undefined;
}

function isTrue(
  { conditions }: ClaimFacts,
  type: string,
): Condition | undefined {
  const found = condition(conditions, type);
  return found?.status === 'True' ? found : undefined;
}

function saidBy({ type, reason, message }: Condition): string {
  return quoted(message ?? reason ?? type);
}

function sizes({ capacity, request }: ClaimFacts): string {
  if (capacity === undefined || request === undefined || capacity >= request) {
    return '';
  }
  return ` from ${formatBytes(capacity)} to ${formatBytes(request)}`;
}

function evidenceFor(
  found: Condition | undefined,
  path: string,
  value: string | undefined,
): VerdictEvidence[] {
  return [
    ...(found
      ? [
          {
            path: `status.conditions[type=${found.type}].status`,
            value: found.status,
          },
        ]
      : []),
    ...(value !== undefined ? [{ path, value }] : []),
  ];
}

function unclear(path: string, value: string): Verdict {
  return unknown(
    'ClaimStateUnclear',
    `The claim states ${path} "${value}", which is none that Kubernetes defines.`,
    { evidence: [{ path, value }] },
  );
}
