import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { Condition, said } from '../../reading/conditions';
import { formatDuration, formatTime, parseDuration } from '../../reading/times';
import type { FluxFacts } from './flux-kind';

/** How a kind calls its reasons, and where it says when it was last at work. */
interface FluxWords {
  code(word: string): string;
  lastRunPath: string;
}

/** The rules of kstatus in their order: given up, failed, at work, done; then how old what it has done is. */
export function judgeFlux(
  { code, lastRunPath }: FluxWords,
  { facts }: Resource<FluxFacts>,
  context: HealthContext,
): Verdict {
  const { ready, reconciling, stalled } = facts;
  if (stalled?.status === 'True') {
    return notDone(code, facts, stalled, 'Given up');
  }
  if (ready?.status === 'False') {
    return notDone(code, facts, ready, 'Not ready');
  }
  if (reconciling?.status === 'True' || ready?.status === 'Unknown') {
    const by = reconciling?.status === 'True' ? reconciling : ready!;
    return progressing(code('Reconciling'), `At work: ${ended(said(by))}`, {
      evidence: [conditionEvidence(by)],
      progressingSince: by.at,
    });
  }
  if (!ready) {
    return progressing(
      code('Pending'),
      'The controller has not reported a Ready condition yet.',
      {
        evidence: [{ path: 'status.conditions[type=Ready]', value: null }],
      },
    );
  }
  if (ready.status !== 'True') {
    return unknown(
      code('Unrecognised'),
      `The condition Ready has the status "${ready.status}".`,
      { evidence: [conditionEvidence(ready)] },
    );
  }
  return (
    judgeSource(code, facts, context) ??
    judgeAge({ code, lastRunPath }, facts, context) ??
    healthy(
      code('Ready'),
      facts.revision ? `Ready, at ${facts.revision}.` : ended(said(ready)),
      {
        evidence: [conditionEvidence(ready)],
        since: ready.at,
        ...(facts.requested
          ? { warnings: ['A run was asked for and is not taken up yet.'] }
          : {}),
      },
    )
  );
}

/** Reasons that what was applied can be the cause of; for all others it is what it was to be made of. */
const OF_WHAT_RUNS =
  /^(HealthCheckFailed|InstallFailed|UpgradeFailed|TestFailed|RetriesExceeded)$/;
const SOURCES = ['source', 'dependsOn', 'scans', 'usesSecret'];

/** What it brought before stays in place: without that it has never done its job. */
function notDone(
  code: (word: string) => string,
  facts: FluxFacts,
  by: Condition,
  word: string,
): Verdict {
  const why = by.reason ? ` (${by.reason})` : '';
  const evidence = [
    conditionEvidence(by),
    { path: `status.conditions[type=${by.type}].message`, value: said(by) },
  ];
  const explainedBy = OF_WHAT_RUNS.test(by.reason ?? '') ? undefined : SOURCES;
  return facts.revision
    ? degraded(
        code('Failed'),
        `${word}${why}, still at ${facts.revision}: ${ended(said(by))}`,
        { evidence, since: by.at, explainedBy },
      )
    : failed(code('Failed'), `${word}${why}: ${ended(said(by))}`, {
        evidence,
        since: by.at,
        explainedBy,
      });
}

/** Its own condition stays True while its source brings nothing new. */
function judgeSource(
  code: (word: string) => string,
  facts: FluxFacts,
  context: HealthContext,
): Verdict | undefined {
  const applies = facts.references?.some(one => one.rel === 'source');
  if (!applies || !facts.revision) {
    return undefined;
  }
  for (const source of context.targets('source')) {
    if (source.state === 'absent') {
      return stale(code, facts, 'its source does not exist', [
        { path: 'spec.sourceRef', value: 'not found' },
      ]);
    }
    if (source.state === 'present') {
      const { kind, meta, verdict } = source.resource;
      if (verdict.status === 'failed' || verdict.status === 'degraded') {
        return stale(
          code,
          facts,
          `${kind.kind} ${meta.name} is ${verdict.status}: ${verdict.message}`,
          [{ of: source.resource, path: 'verdict', value: verdict.reason }],
        );
      }
    }
  }
  return undefined;
}

function judgeAge(
  { code, lastRunPath }: FluxWords,
  facts: FluxFacts,
  context: HealthContext,
): Verdict | undefined {
  const interval = parseDuration(facts.interval);
  if (facts.lastRun === undefined || !interval) {
    return undefined;
  }
  const due = facts.lastRun + context.thresholds.fluxStaleIntervals * interval;
  const at = { path: lastRunPath, value: formatTime(facts.lastRun) };
  if (context.now > due) {
    return {
      ...stale(
        code,
        facts,
        `not at work since ${formatTime(
          facts.lastRun,
        )} at an interval of ${formatDuration(interval)}`,
        [at],
      ),
      since: due,
    };
  }
  return healthy(
    code('Ready'),
    `Ready${
      facts.revision ? `, at ${facts.revision}` : ''
    }, last at work at ${formatTime(facts.lastRun)}.`,
    { evidence: [at], since: facts.ready?.at, recheckAt: due + 1 },
  );
}

function stale(
  code: (word: string) => string,
  { revision }: FluxFacts,
  why: string,
  evidence: Verdict['evidence'],
): Verdict {
  return degraded(
    code('Stale'),
    `${revision ? `At ${revision}` : 'Ready'}, and nothing new arrives: ${ended(
      why,
    )}`,
    { evidence, flags: ['stale'], explainedBy: SOURCES },
  );
}

function conditionEvidence(of: Condition) {
  return {
    path: `status.conditions[type=${of.type}].status`,
    value: of.status,
  };
}

function ended(text: string): string {
  return /[.…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
