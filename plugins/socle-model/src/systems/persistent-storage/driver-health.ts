import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import type { DriverHealth } from './persistent-volume-claim';

type Where = { of?: Resource; path: string };

const BROKEN = ['Inaccessible', 'DataLoss'];
const WEAK = ['Degraded'];

/** The driver reports that data are lost or out of reach. */
export function brokenData(
  said: readonly DriverHealth[] | undefined,
  reason: string,
  where: Where,
): Verdict | undefined {
  const found = said?.find(({ status }) => BROKEN.includes(status));
  return (
    found &&
    failed(reason, reported(found), { evidence: [evidence(found, where)] })
  );
}

/** The driver reports that the volume works with less than it should. */
export function weakData(
  said: readonly DriverHealth[] | undefined,
  reason: string,
  where: Where,
): Verdict | undefined {
  const found = said?.find(({ status }) => WEAK.includes(status));
  return (
    found &&
    degraded(reason, reported(found), { evidence: [evidence(found, where)] })
  );
}

/** The driver reports something that is not known here. */
export function unclearData(
  said: readonly DriverHealth[] | undefined,
  reason: string,
  where: Where,
): Verdict | undefined {
  const found = said?.find(
    ({ status }) => !BROKEN.includes(status) && !WEAK.includes(status),
  );
  return (
    found &&
    unknown(reason, reported(found), { evidence: [evidence(found, where)] })
  );
}

function reported({ status, reason, message }: DriverHealth): string {
  const why = [reason, message].filter(Boolean).join(': ');
  return `The driver reports ${status || 'a state without a name'}${
    why ? `: ${why}` : ''
  }.`;
}

function evidence(found: DriverHealth, { of, path }: Where): VerdictEvidence {
  return { ...(of ? { of } : {}), path, value: found as JsonValue };
}

/**
 * The verdict of what stands behind, as the verdict of what rests on it. The sentence names the kind once, however many
 * steps it comes through; which object it is stands in the evidence, where its long name hides nothing.
 */
export function passedOn(behind: Resource, reason: string): Verdict {
  const { status, message, since } = behind.verdict;
  const { kind } = behind.kind;
  const isPassedOn = behind.verdict.evidence?.some(
    ({ of, path }) => of !== undefined && path === 'status',
  );
  return {
    status,
    reason,
    message:
      isPassedOn || message.startsWith(kind) ? message : `${kind}: ${message}`,
    evidence: [{ of: behind, path: 'status', value: behind.verdict.reason }],
    ...(since === undefined ? {} : { since }),
  };
}
