import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import {
  booleanAt,
  isObject,
  numberAt,
  objectAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { eachOf, harborObject, whereAnswered } from './harbor-object';

/** Runs of one policy that are kept. */
const MOST_RUNS = 10;

/** Policies are named by their id: runs know nothing else of them. */
function policyObject(
  target: ProbeTarget,
  id: number,
  parts: { spec?: RawObject; status?: RawObject; created?: string },
): RawObject {
  return harborObject(target, 'ReplicationPolicy', `policy-${id}`, parts);
}

export const readPolicies = eachOf((policy, target) => {
  const id = numberAt(policy, 'id');
  return id === undefined
    ? []
    : [
        policyObject(target, id, {
          created: stringAt(policy, 'creation_time'),
          spec: {
            id,
            policyName: stringAt(policy, 'name'),
            enabled: booleanAt(policy, 'enabled'),
            trigger: stringAt(policy, 'trigger', 'type'),
            cron: stringAt(policy, 'trigger', 'trigger_settings', 'cron'),
            source: registryOf(policy, 'src_registry'),
            destination: registryOf(policy, 'dest_registry'),
          },
        }),
      ];
});

/** Harbor itself stands on one side of each policy: it has the id 0 and no name that is listed. */
function registryOf(policy: RawObject, side: string): RawObject | undefined {
  const registry = objectAt(policy, side);
  const name = stringAt(registry, 'name');
  return name && numberAt(registry, 'id') !== 0
    ? { name, status: stringAt(registry, 'status') }
    : undefined;
}

/** The runs of one policy, newest first; of several where the request named none. */
export function readExecutions(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  return whereAnswered(({ body, query }) => {
    const listed = runsIn(body);
    if (!listed) {
      return undefined;
    }
    const byPolicy = new Map<number, RawObject[]>();
    const asked = numberAt({ id: query.get('policy_id') }, 'id');
    if (asked !== undefined) {
      byPolicy.set(asked, []);
    }
    for (const run of listed) {
      const policy = numberAt(run, 'policy_id') ?? asked;
      if (policy !== undefined) {
        byPolicy.set(policy, [...(byPolicy.get(policy) ?? []), run]);
      }
    }
    const policies = [...byPolicy].map(([id, runs]) =>
      policyObject(target, id, {
        spec: { id },
        status: { runs: newestFirst(runs).slice(0, MOST_RUNS).map(runOf) },
      }),
    );
    return policies.length === 1
      ? { subject: policies[0] }
      : { items: policies };
  })(answer, target);
}

/** A list of runs, or the one that was asked for by its id. */
function runsIn(body: unknown): RawObject[] | undefined {
  if (Array.isArray(body)) {
    return body.filter(isObject);
  }
  return numberAt(body, 'id') === undefined ? undefined : [body as RawObject];
}

function newestFirst(runs: RawObject[]): RawObject[] {
  return [...runs].sort(
    (a, b) => (numberAt(b, 'id') ?? 0) - (numberAt(a, 'id') ?? 0),
  );
}

function runOf(run: RawObject): RawObject {
  return {
    id: numberAt(run, 'id'),
    status: stringAt(run, 'status'),
    text: stringAt(run, 'status_text'),
    start: stringAt(run, 'start_time'),
    end: stringAt(run, 'end_time'),
    total: numberAt(run, 'total'),
    failed: numberAt(run, 'failed'),
  };
}

/** `GET /system/gc`: the runs of garbage collection. */
export const readGarbageCollection = whereAnswered(({ body }, target) => {
  const listed = runsIn(body);
  if (!listed) {
    return undefined;
  }
  const [newest] = newestFirst(listed);
  return {
    subject: harborObject(target, 'GarbageCollection', 'garbage-collection', {
      status: {
        told: true,
        run: newest
          ? {
              status: stringAt(newest, 'job_status'),
              start: stringAt(newest, 'creation_time'),
              end: stringAt(newest, 'update_time'),
            }
          : null,
      },
    }),
  };
});
