import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
  VerdictEvidence,
} from '../../judging/verdict';
import type { HarborFacts, UnwellPart } from './harbor';

/** Without these nothing is pulled or pushed. */
const VITAL = ['core', 'database', 'redis', 'registry'];

/** What stands still without the others. */
const STANDS_STILL = new Map([
  ['jobservice', 'replication, scans and clean-up stand still'],
  ['registryctl', 'clean-up stands still'],
  ['portal', 'the web page is away'],
  ['trivy', 'scans stand still'],
]);

export function judgeHarbor(
  { facts }: Resource<HarborFacts>,
  context: HealthContext,
): Verdict {
  const warnings = warningsOf(facts, context);
  if (!facts.healthTold) {
    return judgeSilence(facts, warnings);
  }
  const unwell = facts.unwell.filter(part => part.status === 'unhealthy');
  const vital = unwell.filter(part => VITAL.includes(part.name));
  if (vital.length > 0) {
    return failed(
      'HarborPartFailed',
      `${saidOf(vital)}: pull and push are affected.`,
      { evidence: evidenceOf(vital), warnings },
    );
  }
  if (facts.readOnly) {
    return readOnly(warnings);
  }
  if (unwell.length > 0) {
    const effects = unwell.map(
      part => STANDS_STILL.get(part.name) ?? 'pull and push are not affected',
    );
    return degraded(
      'HarborPartUnwell',
      `${saidOf(unwell)}: ${[...new Set(effects)].join('; ')}.`,
      { evidence: evidenceOf(unwell), warnings },
    );
  }
  return judgeRest(facts, warnings);
}

function judgeRest(facts: HarborFacts, warnings: string[]): Verdict {
  const evidence = [
    { path: 'status.health.status', value: facts.status ?? null },
  ];
  const [odd] = facts.unwell;
  if (odd) {
    return unknown(
      'HarborHealthUnclear',
      odd.status
        ? `The part ${odd.name} has the status "${odd.status}", which is not known.`
        : `The part ${odd.name} has no status.`,
      { evidence: evidenceOf([odd]), warnings },
    );
  }
  if (!facts.parts) {
    return unknown(
      'HarborHealthUnclear',
      `Harbor says "${facts.status ?? ''}" and names none of its parts.`,
      { evidence, warnings },
    );
  }
  if (facts.status !== 'healthy') {
    return unknown(
      'HarborHealthUnclear',
      facts.status === undefined
        ? 'Its parts are well, and a status as a whole is missing.'
        : `The status is "${facts.status}" although all ${facts.parts} parts are well.`,
      { evidence, warnings },
    );
  }
  return healthy(
    'HarborHealthy',
    `${facts.parts} of ${facts.parts} parts are well${
      facts.version ? `, version ${facts.version}` : ''
    }.`,
    { warnings },
  );
}

/** No health answer has come. */
function judgeSilence(facts: HarborFacts, warnings: string[]): Verdict {
  const evidence = [{ path: 'status.refused', value: facts.refused ?? null }];
  if (facts.refused === 401 || facts.refused === 403) {
    return unknown(
      'HarborCredentialRefused',
      `Harbor does not let the account in: status code ${facts.refused}.`,
      { evidence },
    );
  }
  if (facts.refused !== undefined) {
    return unknown(
      'HarborNotAnswering',
      `Harbor does not answer what it is asked: status code ${facts.refused}.`,
      { evidence },
    );
  }
  if (facts.notUnderstood) {
    return unknown(
      'HarborNotAnswering',
      "What answers does not speak Harbor's API: a web page or something else came.",
      { evidence: [{ path: 'status.notUnderstood', value: true }] },
    );
  }
  return facts.readOnly
    ? readOnly(warnings)
    : unknown('HarborHealthNotTold', 'How its parts are was not told.', {
        evidence: [{ path: 'status.health', value: null }],
        warnings,
      });
}

function readOnly(warnings: string[]): Verdict {
  return degraded('HarborReadOnly', 'Read-only mode: nothing can be pushed.', {
    evidence: [{ path: 'status.readOnly', value: true }],
    warnings,
  });
}

function warningsOf(facts: HarborFacts, context: HealthContext): string[] {
  const { volumeTotal = 0, volumeFree } = facts;
  const used =
    volumeFree === undefined || volumeTotal <= 0
      ? 0
      : (1 - volumeFree / volumeTotal) * 100;
  return [
    ...(used >= context.thresholds.registryQuotaNearPercent
      ? [`Its volume is ${Math.floor(used)} % full.`]
      : []),
    ...(facts.healthTold && facts.refused !== undefined
      ? [`A question about what is in it was refused (${facts.refused}).`]
      : []),
    ...(facts.scansFailed
      ? [`${facts.scansFailed} scans of the last scan of everything failed.`]
      : []),
  ];
}

function saidOf(parts: readonly UnwellPart[]): string {
  return parts
    .map(
      part => `${part.name} unhealthy${part.error ? ` (${part.error})` : ''}`,
    )
    .join(', ');
}

function evidenceOf(parts: readonly UnwellPart[]): VerdictEvidence[] {
  return parts.map(part => ({
    path: `status.health.components[name=${part.name}].status`,
    value: part.status,
  }));
}
