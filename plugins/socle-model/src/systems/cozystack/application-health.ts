import { ObjectKey } from '../../definition/link';
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
import {
  Condition,
  condition,
  conditionsAt,
  cut,
  said,
} from '../../reading/conditions';
import { RawObject, stringAt } from '../../reading/raw';
import type { MonitorFacts } from './workload-monitor';

export type ApplicationFacts = {
  conditions: Condition[];
  version?: string;
};

/** An application's Helm release in its namespace: its monitors name that. */
export function releaseKey(
  namespace: string | undefined,
  release: string,
): ObjectKey {
  return `cozystackRelease:${namespace ?? ''}/${release}`;
}

export function applicationFactsOf(raw: RawObject): ApplicationFacts {
  return {
    conditions: conditionsAt(raw).filter(({ type }) =>
      ['Ready', 'WorkloadsReady'].includes(type),
    ),
    version: stringAt(raw, 'status', 'version'),
  };
}

/** Ready speaks of the installation only; how what was installed runs is told by WorkloadsReady. */
export function judgeApplication<F extends ApplicationFacts>(
  { facts, meta }: Resource<F>,
  context: HealthContext,
): Verdict {
  const ready = condition(facts.conditions, 'Ready');
  const workloads = condition(facts.conditions, 'WorkloadsReady');
  if (ready?.status === 'False') {
    return failed(
      'CozystackAppNotInstalled',
      `The installation failed: ${words(ready)}.`,
      { evidence: [evidenceOf(ready)], since: ready.at },
    );
  }
  if (ready?.status !== 'True') {
    return progressing(
      'CozystackAppInstalling',
      ready === undefined
        ? 'Nothing is told of the installation yet.'
        : `The installation is not finished: ${words(ready)}.`,
      {
        evidence: [
          ready
            ? evidenceOf(ready)
            : { path: 'status.conditions[type=Ready]', value: null },
        ],
        progressingSince: ready?.at ?? meta.created,
      },
    );
  }
  if (workloads === undefined || workloads.status === 'True') {
    return healthy(
      'CozystackAppReady',
      workloads
        ? 'Installed, and its workloads are operational.'
        : 'Installed; nothing is told of its workloads.',
    );
  }
  if (workloads.status === 'False') {
    return notOperational(workloads, context);
  }
  if (workloads.status === 'Unknown' && workloads.reason === 'Pending') {
    return progressing(
      'CozystackAppWorkloadsPending',
      `Its workloads are not all there yet: ${words(workloads)}.`,
      {
        evidence: [evidenceOf(workloads)],
        progressingSince: workloads.at ?? meta.created,
      },
    );
  }
  return unknown(
    'CozystackAppWorkloadsUnknown',
    `Whether its workloads are operational cannot be told: ${words(
      workloads,
    )}.`,
    { evidence: [evidenceOf(workloads)], since: workloads.at },
  );
}

function notOperational(workloads: Condition, context: HealthContext): Verdict {
  const down = context
    .incoming<MonitorFacts>('monitors', 'cozystack.io/WorkloadMonitor')
    .items.filter(({ facts }) => facts.operational === false);
  const named = down
    .map(
      ({ meta, facts }) =>
        `${meta.name} with ${facts.available ?? 'an unknown number'} of ${
          facts.wanted ?? 'an unknown number'
        }`,
    )
    .join(', ');
  return degraded(
    'CozystackAppWorkloadsDown',
    `Installed, but ${words(workloads)}${named ? ` (${named})` : ''}.`,
    {
      evidence: [
        evidenceOf(workloads),
        ...down.map(of => ({
          of,
          path: 'status.operational',
          value: false,
        })),
      ],
      since: workloads.at,
    },
  );
}

function words(of: Condition): string {
  const text = cut(said(of).replace(/\s+/g, ' ').trim(), 240);
  return text.replace(/[.:,;!\s]+$/, '');
}

function evidenceOf({ type, status, message, reason }: Condition) {
  return {
    path: `status.conditions[type=${type}].status`,
    value: [status, reason, message].filter(Boolean).join(': '),
  };
}

/** Stated once: all kinds of application share them. */
export const APPLICATION_REASONS = [
  {
    code: 'CozystackAppReady',
    cause: 'Installed and operational.',
    evidence: 'status.conditions[type=Ready]',
    remedy: false,
  },
  {
    code: 'CozystackAppNotInstalled',
    cause: 'The installation failed.',
    evidence: 'status.conditions[type=Ready]',
  },
  {
    code: 'CozystackAppInstalling',
    cause: 'The installation is not finished.',
    evidence: 'status.conditions[type=Ready]',
    remedy: false,
  },
  {
    code: 'CozystackAppWorkloadsDown',
    cause: 'Installed, but its workloads are not all operational.',
    evidence: 'status.conditions[type=WorkloadsReady]',
  },
  {
    code: 'CozystackAppWorkloadsPending',
    cause: 'Its workloads are still being brought up.',
    evidence: 'status.conditions[type=WorkloadsReady]',
    remedy: false,
  },
  {
    code: 'CozystackAppWorkloadsUnknown',
    cause: 'Whether its workloads are operational cannot be told.',
    evidence: 'status.conditions[type=WorkloadsReady]',
    remedy: false,
  },
];
