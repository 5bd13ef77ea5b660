import { defineKind } from '../../definition/kind';
import { linkByKey } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  progressing,
  Verdict,
} from '../../judging/verdict';
import { numberAt, RawObject, stringAt, valueAt } from '../../reading/raw';
import { releaseKey } from './application-health';
import { APPLICATION_KINDS } from './catalogue';

export type MonitorFacts = {
  operational?: boolean;
  available?: number;
  /** The least that is enough. */
  wanted?: number;
  type?: string;
  release?: string;
};

/** Counts the pods of one part of an application. */
export const workloadMonitor = defineKind<MonitorFacts>({
  group: 'cozystack.io',
  kind: 'WorkloadMonitor',
  plural: 'workloadmonitors',
  versions: ['v1alpha1'],
  namespaced: true,
  title: 'Workload monitors',
  project: projectMonitor,
  links: ({ meta, facts }) => [
    linkByKey(
      'monitors',
      releaseKey(meta.namespace, facts.release ?? meta.name),
      APPLICATION_KINDS,
      'source',
    ),
  ],
  health: judgeMonitor,
  reasons: [
    {
      code: 'WorkloadMonitorOperational',
      cause: 'Enough of its pods are available.',
      evidence: 'status.operational',
      remedy: false,
    },
    {
      code: 'WorkloadMonitorShort',
      cause: 'Fewer pods are available than are needed.',
      evidence: 'status.availableReplicas',
    },
    {
      code: 'WorkloadMonitorDown',
      cause: 'None of its pods is available.',
      evidence: 'status.availableReplicas',
    },
    {
      code: 'WorkloadMonitorNotYet',
      cause: 'Nothing is told yet.',
      evidence: 'status.operational',
      remedy: false,
    },
  ],
  shows: ['type'],
});

function projectMonitor(raw: RawObject): MonitorFacts {
  const operational = valueAt(raw, 'status', 'operational');
  return {
    ...(typeof operational === 'boolean' ? { operational } : {}),
    available: numberAt(raw, 'status', 'availableReplicas'),
    wanted:
      numberAt(raw, 'spec', 'minReplicas') ?? numberAt(raw, 'spec', 'replicas'),
    type: stringAt(raw, 'spec', 'type'),
    release: stringAt(raw, 'spec', 'selector', 'app.kubernetes.io/instance'),
  };
}

function judgeMonitor({ facts }: Resource<MonitorFacts>): Verdict {
  const { operational, available, wanted } = facts;
  const figures = `${available ?? 'An unknown number'} of ${
    wanted ?? 'an unknown number'
  } wanted pods available`;
  const evidence = [
    { path: 'status.operational', value: operational ?? null },
    { path: 'status.availableReplicas', value: available ?? null },
  ];
  if (operational === undefined) {
    return progressing(
      'WorkloadMonitorNotYet',
      'Whether it is operational is not told yet.',
      { evidence },
    );
  }
  if (operational) {
    return healthy('WorkloadMonitorOperational', `${figures}.`);
  }
  return available === 0
    ? failed('WorkloadMonitorDown', `${figures}.`, { evidence })
    : degraded('WorkloadMonitorShort', `${figures}.`, { evidence });
}
