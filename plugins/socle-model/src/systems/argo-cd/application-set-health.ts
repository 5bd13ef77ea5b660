import { ReasonDefinition } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  HealthContext,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { Condition, condition, said } from '../../reading/conditions';
import { quoted } from '../../reading/wording';
import { PatternFacts } from './patterns';

export type ApplicationSetFacts = PatternFacts & {
  conditions: Condition[];
  /** The kinds of its generators: `git`, `list`, `clusters`, `matrix` … */
  generators: string[];
  project?: string;
  /** How many Applications it says it has made; absent where it does not say. */
  generated?: number;
  /** When one of its Applications last came to another step of a rollout, in milliseconds. */
  stepped?: number;
  parent?: { namespace: string; name: string };
};

/** How an ApplicationSet is, with what stands beside that. */
export function judgeApplicationSet(
  set: Resource<ApplicationSetFacts>,
  context: HealthContext,
): Verdict {
  const verdict = judgeSet(set);
  const warnings: string[] = [];
  const rollout = condition(set.facts.conditions, 'InvalidRolloutConfig');
  if (rollout?.status === 'True') {
    warnings.push(
      `The rollout is not configured as it should be: ${said(rollout)}`,
    );
  }
  if (verdict.status === 'healthy' && generatedBy(set, context) === 0) {
    warnings.push('Generates nothing: no Application matches its generators.');
  }
  return warnings.length > 0 ? { ...verdict, warnings } : verdict;
}

/** Argo CD's own rule, row by row. */
function judgeSet({ facts }: Resource<ApplicationSetFacts>): Verdict {
  const error = condition(facts.conditions, 'ErrorOccurred');
  const upToDate = condition(facts.conditions, 'ResourcesUpToDate');
  const rollout = condition(facts.conditions, 'RolloutProgressing');
  if (error?.status === 'True') {
    return degraded(
      'ArgoSetError',
      `Generating Applications fails${why(error)}: ${quoted(said(error))}.`,
      evidence(error),
    );
  }
  if (upToDate?.status === 'False') {
    return degraded(
      'ArgoSetOutOfDate',
      `Its Applications are not up to date${why(upToDate)}: ${quoted(
        said(upToDate),
      )}.`,
      evidence(upToDate),
    );
  }
  // What cannot be read may be the error that Argo CD means.
  const strange = [error, upToDate, rollout].find(
    one => one && !['True', 'False', 'Unknown'].includes(one.status),
  );
  if (strange) {
    return unknown(
      'ArgoSetUnrecognised',
      `Condition ${strange.type} has status "${strange.status}", which cannot be judged.`,
      evidence(strange),
    );
  }
  if (rollout?.status === 'True') {
    return progressing(
      'ArgoSetRollout',
      `A rollout in steps is going on: ${quoted(said(rollout))}.`,
      {
        ...evidence(rollout),
        // A rollout may take hours: it goes on for as long as one Application after the other moves.
        progressingSince: latest(rollout.at, facts.stepped),
      },
    );
  }
  if (upToDate?.status === 'True') {
    return healthy(
      'ArgoSetUpToDate',
      facts.generated === undefined
        ? 'Its Applications are up to date.'
        : `${facts.generated} ${
            facts.generated === 1 ? 'Application is' : 'Applications are'
          } up to date.`,
    );
  }
  return progressing(
    'ArgoSetNotReady',
    'Has not said yet whether its Applications are up to date.',
    {
      evidence: [
        {
          path: 'status.conditions[type=ResourcesUpToDate].status',
          value: upToDate?.status ?? null,
        },
      ],
      progressingSince: lastChange(facts.conditions),
    },
  );
}

/** Older versions do not say how many; then the Applications tell, where all of them are read. */
function generatedBy(
  set: Resource<ApplicationSetFacts>,
  context: HealthContext,
): number | undefined {
  if (set.facts.generated !== undefined) {
    return set.facts.generated;
  }
  const { listed, items } = context.incoming(
    'ownedBy',
    'argoproj.io/Application',
  );
  return listed ? items.length : undefined;
}

function lastChange(conditions: readonly Condition[]): number | undefined {
  return latest(...conditions.map(one => one.at));
}

function latest(...times: Array<number | undefined>): number | undefined {
  const known = times.filter(one => one !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

function why(of: Condition): string {
  return of.reason ? ` (${of.reason})` : '';
}

function evidence(of: Condition) {
  return {
    evidence: [
      { path: `status.conditions[type=${of.type}].status`, value: of.status },
    ],
  };
}

export const APPLICATION_SET_REASONS: readonly ReasonDefinition[] = [
  {
    code: 'ArgoSetError',
    cause: 'The generators or the template give an error.',
    evidence: 'status.conditions[type=ErrorOccurred]',
  },
  {
    code: 'ArgoSetOutOfDate',
    cause: 'Applications could not be brought up to date.',
    evidence: 'status.conditions[type=ResourcesUpToDate]',
  },
  {
    code: 'ArgoSetRollout',
    cause: 'Applications are being synced in steps.',
    evidence: 'status.conditions[type=RolloutProgressing]',
    remedy: false,
  },
  {
    code: 'ArgoSetUpToDate',
    cause: 'All generated Applications are up to date.',
    evidence: 'status.conditions[type=ResourcesUpToDate]',
    remedy: false,
  },
  {
    code: 'ArgoSetNotReady',
    cause: 'The controller has not said yet whether all is up to date.',
    evidence: 'status.conditions',
    remedy: false,
  },
  {
    code: 'ArgoSetUnrecognised',
    cause: 'A condition has a status that is not known.',
    evidence: 'status.conditions',
    remedy: false,
  },
];
