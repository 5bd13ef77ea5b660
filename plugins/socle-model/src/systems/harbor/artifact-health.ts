import { Resource } from '../../definition/resource';
import { NO_STATE } from '../../judging/judge';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  progressing,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import { formatTime } from '../../reading/times';
import type { ArtifactFacts } from './artifact';

const DAY = 86_400_000;
/** Harbor's words for how bad it is, from none to worst. */
const SEVERITIES = [
  'none',
  'unknown',
  'negligible',
  'low',
  'medium',
  'high',
  'critical',
];

/** What the artifact's rules need of its project. */
type ProjectPolicy = { preventsFrom?: string; requiresSignature: boolean };

export function judgeArtifact(
  { facts }: Resource<ArtifactFacts>,
  context: HealthContext,
): Verdict {
  const project = context.target<ProjectPolicy>('project');
  const policy =
    project?.state === 'present' ? project.resource.facts : undefined;
  if (policy?.requiresSignature && facts.signature === 'none') {
    return failed('HarborArtifactUnsigned', 'Pull is blocked: not signed.', {
      evidence: [{ path: 'status.signature', value: 'none' }],
    });
  }
  if (!facts.scanned && facts.type && facts.type !== 'IMAGE') {
    // Charts and the like are not scanned.
    return NO_STATE;
  }
  return facts.scanned
    ? judgeScan(facts, policy?.preventsFrom, context)
    : unknown('HarborArtifactNotScanned', `Not scanned${signed(facts)}.`, {
        evidence: [{ path: 'status.scan', value: null }],
        warnings: policy?.preventsFrom
          ? ['The project gives out no images that are not scanned.']
          : [],
      });
}

function judgeScan(
  facts: ArtifactFacts,
  preventsFrom: string | undefined,
  context: HealthContext,
): Verdict {
  const evidence = [
    { path: 'status.scan.status', value: facts.scanStatus ?? null },
  ];
  switch (facts.scanStatus) {
    case 'Success':
      return judgeReport(facts, preventsFrom, context);
    case 'Error':
      return degraded('HarborArtifactScanFailed', 'The scan failed.', {
        evidence,
      });
    case 'Pending':
    case 'Scheduled':
    case 'Running':
      return progressing('HarborArtifactScanRunning', 'Being scanned.', {
        evidence,
      });
    case 'Stopped':
      return unknown('HarborArtifactScanStopped', 'The scan was stopped.', {
        evidence,
      });
    default:
      return unknown(
        'HarborArtifactNotTold',
        facts.scanStatus
          ? `The scan's status "${facts.scanStatus}" is not known.`
          : 'The scan has no status.',
        { evidence },
      );
  }
}

function judgeReport(
  facts: ArtifactFacts,
  preventsFrom: string | undefined,
  context: HealthContext,
): Verdict {
  const { severity, critical, high, scanEnded, findings } = facts;
  const word = severity?.toLowerCase() ?? '';
  const rank = SEVERITIES.indexOf(word);
  const evidence: VerdictEvidence[] = [
    { path: 'status.scan.severity', value: severity ?? null },
    { path: 'status.scan.critical', value: critical ?? null },
    { path: 'status.scan.high', value: high ?? null },
  ];
  const staleAt =
    scanEnded === undefined
      ? undefined
      : scanEnded + context.thresholds.scanStaleDays * DAY;
  const stale = staleAt !== undefined && context.now > staleAt;
  const detail = {
    evidence,
    ...(stale ? { flags: ['stale'] } : {}),
    ...(staleAt !== undefined && !stale ? { recheckAt: staleAt + 1 } : {}),
  };
  const told = saidOf(facts);
  const limit = SEVERITIES.indexOf(preventsFrom?.toLowerCase() ?? '');
  // Findings of which the severity is not known count for less than any that is.
  if (limit >= 0 && rank >= limit && (findings ?? 1) > 0) {
    return failed(
      'HarborArtifactBlocked',
      `Pull is blocked from severity ${preventsFrom} on: ${told}.`,
      detail,
    );
  }
  if ((critical ?? 0) > 0 || word === 'critical') {
    return degraded('HarborArtifactCritical', `${told}.`, detail);
  }
  if ((high ?? 0) > 0 || word === 'high') {
    return degraded('HarborArtifactHigh', `${told}.`, detail);
  }
  if (rank < 0 && findings === undefined) {
    return unknown(
      'HarborArtifactNotTold',
      severity
        ? `The severity "${severity}" is not known.`
        : 'The report has neither a severity nor a number of findings.',
      { evidence },
    );
  }
  return healthy('HarborArtifactClean', `${told}.`, detail);
}

function saidOf(facts: ArtifactFacts): string {
  const { findings, fixable, critical, high, severity, scanEnded } = facts;
  const counts = [
    ...(critical ? [`${critical} Critical`] : []),
    ...(high ? [`${high} High`] : []),
  ].join(', ');
  const all =
    findings === undefined
      ? `severity ${severity ?? 'not told'}`
      : `${findings} ${findings === 1 ? 'finding' : 'findings'}`;
  const body =
    counts && findings !== undefined ? `${counts} of ${all}` : counts || all;
  const fix = fixable && findings ? ` (${fixable} fixable)` : '';
  const when =
    scanEnded === undefined ? '' : `, scanned ${formatTime(scanEnded)}`;
  const by = facts.scanner ? ` by ${facts.scanner}` : '';
  return `${body}${fix}${signed(facts)}${when}${by}`;
}

/** A signature that is there is not one that was checked. */
function signed({ signature }: ArtifactFacts): string {
  if (signature === undefined) {
    return '';
  }
  return signature === 'none'
    ? ', not signed'
    : `, carries a signature (${signature.replace('signature.', '')})`;
}
