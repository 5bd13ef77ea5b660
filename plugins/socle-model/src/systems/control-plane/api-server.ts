import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { cut } from '../../reading/conditions';
import { objectAt, stringAt } from '../../reading/raw';
import { HealthChecks, healthChecksIn } from './health-checks';
import { ETCD_CHECKS } from './probe';

export type ApiServerFacts = {
  ready?: HealthChecks;
  live?: HealthChecks;
  version?: string;
  /** Why it would not say. */
  refused?: string;
};

export const apiServer = defineKind<ApiServerFacts>({
  group: 'control-plane.socle.dev',
  kind: 'ApiServer',
  plural: 'apiservers',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  project: raw => {
    const status = objectAt(raw, 'status');
    return {
      ready: healthChecksIn(status, 'readyz'),
      live: healthChecksIn(status, 'livez'),
      version: stringAt(status, 'version'),
      refused: stringAt(status, 'refused'),
    };
  },
  provides: () => ['apiServer'],
  links: ({ meta: { namespace, name } }) => [
    linkTo(
      'etcd',
      {
        group: 'control-plane.socle.dev',
        kind: 'EtcdCluster',
        namespace,
        name,
      },
      'target',
    ),
  ],
  health: judgeApiServer,
  reasons: [
    {
      code: 'ApiServerReady',
      cause: 'All checks of the API server pass.',
      evidence: 'status.readyz.passed',
      remedy: false,
    },
    {
      code: 'ApiServerNotAlive',
      cause: 'The API server says of itself that it must be restarted.',
      evidence: 'status.livez.failed',
    },
    {
      code: 'ApiServerWithoutEtcd',
      cause: 'The API server does not reach etcd: nothing can be written.',
      evidence: 'status.readyz.failed',
    },
    {
      code: 'ApiServerNotReady',
      cause: 'Checks of the API server fail: it should get no requests.',
      evidence: 'status.readyz.failed',
    },
    {
      code: 'ApiServerNotPermitted',
      cause: 'The API server does not let its checks be read.',
      evidence: 'status.refused',
    },
    {
      code: 'ApiServerNotAsked',
      cause: 'Nothing is known of the checks of the API server.',
      evidence: 'status.readyz',
      remedy: false,
    },
  ],
  shows: ['version', 'ready', 'live'],
});

function judgeApiServer({ facts }: Resource<ApiServerFacts>): Verdict {
  const { ready, live, refused } = facts;
  if (live && !live.passed) {
    return failed(
      'ApiServerNotAlive',
      `The API server says that it must be restarted: ${listed(
        live.failed,
      )} failed.`,
      { evidence: [{ path: 'status.livez.failed', value: live.failed }] },
    );
  }
  if (ready && !ready.passed) {
    return judgeUnready(ready, live);
  }
  if (ready ?? live) {
    const passed = (ready ?? live)!.ok.length;
    const left = ready?.excluded ?? [];
    return healthy(
      'ApiServerReady',
      passed > 0
        ? `All ${passed} checks of the API server pass.`
        : 'The API server says that all its checks pass.',
      left.length > 0
        ? { warnings: [`Not checked on request: ${left.join(', ')}.`] }
        : undefined,
    );
  }
  if (refused) {
    return unknown(
      'ApiServerNotPermitted',
      `The checks of the API server may not be read: ${cut(refused, 200)}`,
      { evidence: [{ path: 'status.refused', value: cut(refused, 200) }] },
    );
  }
  return unknown(
    'ApiServerNotAsked',
    'What the checks of the API server say is not known.',
    { evidence: [{ path: 'status.readyz', value: null }] },
  );
}

function judgeUnready(ready: HealthChecks, live?: HealthChecks): Verdict {
  const evidence = [{ path: 'status.readyz.failed', value: ready.failed }];
  if (ready.failed.some(name => ETCD_CHECKS.includes(name))) {
    return failed(
      'ApiServerWithoutEtcd',
      `The API server does not reach etcd: ${listed(ready.failed)} failed.`,
      { evidence },
    );
  }
  const leaving = ready.failed.length === 1 && ready.failed[0] === 'shutdown';
  return degraded(
    'ApiServerNotReady',
    leaving
      ? 'The API server is shutting down and takes no new requests.'
      : `The API server is not ready: ${listed(ready.failed)} failed.`,
    {
      evidence,
      ...(live ? {} : { warnings: ['Whether it is alive was not asked.'] }),
    },
  );
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'a check that it does not name';
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
