import { defineKind } from '../../definition/kind';
import { Link, linkByKey } from '../../definition/link';
import { endpointKey } from '../../definition/probe';
import {
  degraded,
  failed,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { booleanAt, numberAt, stringAt, stringsAt } from '../../reading/raw';

type InstanceFacts = {
  endpoints: string[];
  /** HTTP status of /health, which asks the storage. */
  health?: number;
  /** /status has answered: the process runs. */
  alive?: boolean;
  version?: string;
};

const HEALTH = 'GET /health';

export const instance = defineKind<InstanceFacts>({
  group: 'surrealdb.socle.dev',
  kind: 'SurrealDB',
  plural: 'surrealdbs',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  // What an answer leaves out is for the rule to judge: no operator writes these.
  statusless: true,
  project: raw => ({
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    health: numberAt(raw, 'status', 'health'),
    alive: booleanAt(raw, 'status', 'alive'),
    version: stringAt(raw, 'status', 'version'),
  }),
  provides: ({ facts }) => facts.endpoints.map(endpointKey),
  links: ({ facts }) => facts.endpoints.flatMap(workloadLink),
  health: ({ facts }) => judge(facts),
  reasons: [
    {
      code: 'SurrealDbHealthy',
      cause: 'It has reached its storage.',
      evidence: HEALTH,
      remedy: false,
    },
    {
      code: 'SurrealDbStorageFailing',
      cause: 'The storage behind it fails.',
      evidence: HEALTH,
    },
    {
      code: 'SurrealDbHealthNotAllowed',
      cause: 'The health route is not allowed.',
      evidence: HEALTH,
    },
    {
      code: 'SurrealDbHealthNotReached',
      cause: 'The process runs, but its health route does not answer.',
      evidence: HEALTH,
    },
    {
      code: 'SurrealDbStateUnknown',
      cause: 'What was answered says nothing of its storage.',
      evidence: HEALTH,
      remedy: false,
    },
  ],
  shows: ['version'],
});

/** `<service>.<namespace>.svc…:8000` names the workload where Service and workload share their name, as in the chart. */
function workloadLink(endpoint: string): Link[] {
  const found = /^([a-z0-9-]+)\.([a-z0-9-]+)\.svc\b/.exec(endpoint);
  return found
    ? [
        linkByKey(
          'runsAs',
          `database:surrealdb/${found[2]}/${found[1]}`,
          ['apps/Deployment', 'apps/StatefulSet'],
          'target',
        ),
      ]
    : [];
}

function judge({ health, alive, version }: InstanceFacts): Verdict {
  const evidence = [{ path: HEALTH, value: health ?? null }];
  if (health !== undefined && health >= 200 && health < 300) {
    return healthy(
      'SurrealDbHealthy',
      `It has reached its storage${version ? `; version ${version}` : ''}.`,
    );
  }
  if (health === 500) {
    return failed(
      'SurrealDbStorageFailing',
      'The storage behind it fails: look at TiKV and PD first where they are its storage.',
      { evidence },
    );
  }
  if (health === 403) {
    return unknown(
      'SurrealDbHealthNotAllowed',
      'The health route is not allowed: how its storage is cannot be told.',
      { evidence },
    );
  }
  // One answer alone says nothing of the others; two of the three say that the third did not come.
  if (health === undefined && alive && version) {
    return degraded(
      'SurrealDbHealthNotReached',
      `The process runs (version ${version}), but its health route does not answer.`,
      { evidence: [...evidence, { path: 'GET /status', value: 200 }] },
    );
  }
  return unknown(
    'SurrealDbStateUnknown',
    health === undefined
      ? 'The process answers; nothing was told of its storage.'
      : `The health route answers with HTTP ${health}, which no rule knows.`,
    { evidence },
  );
}
