import { defineKind } from '../../definition/kind';
import { cut, withoutCredentials } from '../../reading/conditions';
import {
  booleanAt,
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { HARBOR, linkWithin } from './harbor-object';
import { judgePolicy } from './replication-policy-health';
import { POLICY_REASONS } from './replication-policy-reasons';
import { replicationWord } from './replication-words';

/** One run; the words of jobs, which can leak into it, are brought to those of runs. */
export type ReplicationRun = {
  id?: number;
  status: string;
  text?: string;
  started?: number;
  ended?: number;
  total?: number;
  failed?: number;
};

export type ReplicationPolicyFacts = {
  instance?: string;
  policyName?: string;
  enabled?: boolean;
  /** `manual`, `scheduled` or `event_based`. */
  trigger?: string;
  cron?: string;
  /** Names of the registries at its ends; absent on the side where Harbor itself is. */
  source?: string;
  destination?: string;
  /** The side whose registry the policy's own answer calls unhealthy. */
  unhealthyEnd?: string;
  runsTold: boolean;
  /** Newest first. */
  runs: ReplicationRun[];
};

export const replicationPolicy = defineKind<ReplicationPolicyFacts>({
  ...HARBOR,
  kind: 'ReplicationPolicy',
  plural: 'replicationpolicies',
  project,
  links: ({ facts, meta }) => [
    ...linkWithin('instance', 'Harbor', facts.instance, meta, 'target'),
    ...linkWithin('end', 'Registry', facts.source, meta, 'target'),
    ...linkWithin('end', 'Registry', facts.destination, meta, 'target'),
    ...linkWithin('lastRun', 'ReplicationExecution', lastRun(facts), meta),
  ],
  health: judgePolicy,
  reasons: POLICY_REASONS,
  shows: ['source', 'destination', 'policyName'],
});

/** Only of failed runs are there tasks to look at. */
function lastRun({ runs }: ReplicationPolicyFacts): string | undefined {
  const last = runs.find(run => run.ended !== undefined);
  return last?.status === 'Failed' && last.id !== undefined
    ? `execution-${last.id}`
    : undefined;
}

function project(raw: RawObject): ReplicationPolicyFacts {
  const ends = (['source', 'destination'] as const).map(side => ({
    name: stringAt(raw, 'spec', side, 'name'),
    unhealthy: stringAt(raw, 'spec', side, 'status') === 'unhealthy',
  }));
  return {
    instance: stringAt(raw, 'spec', 'instance'),
    policyName: stringAt(raw, 'spec', 'policyName'),
    enabled: booleanAt(raw, 'spec', 'enabled'),
    trigger: stringAt(raw, 'spec', 'trigger'),
    cron: stringAt(raw, 'spec', 'cron'),
    source: ends[0].name,
    destination: ends[1].name,
    unhealthyEnd: ends.find(end => end.unhealthy)?.name,
    runsTold: Array.isArray(valueAt(raw, 'status', 'runs')),
    runs: objectsAt(raw, 'status', 'runs').map(readRun),
  };
}

function readRun(run: RawObject): ReplicationRun {
  const text = stringAt(run, 'text');
  return {
    id: numberAt(run, 'id'),
    status: replicationWord(stringAt(run, 'status')),
    ...(text ? { text: cut(withoutCredentials(text), 200) } : {}),
    started: timeAt(run, 'start'),
    ended: timeAt(run, 'end'),
    total: numberAt(run, 'total'),
    failed: numberAt(run, 'failed'),
  };
}
