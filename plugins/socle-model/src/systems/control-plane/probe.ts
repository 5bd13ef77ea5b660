import {
  HttpAnswer,
  ProbeDefinition,
  probeObject,
  ProbeReading,
  ProbeTarget,
} from '../../definition/probe';
import { isObject, stringAt } from '../../reading/raw';
import { readHealthChecks } from './health-checks';

const SYSTEM = 'control-plane';

/** The checks of the API server that speak of etcd. */
export const ETCD_CHECKS: readonly string[] = ['etcd', 'etcd-readiness'];

/**
 * One call tells about the one API server that answered it; behind a virtual address the others are shown by their
 * pods. An answer of 500 is as good as one of 200: its body names what failed.
 */
export const controlPlaneProbe: ProbeDefinition = {
  id: SYSTEM,
  target: 'cluster',
  credential: 'bearer',
  requests: [
    {
      id: 'readyz',
      path: /^\/readyz$/,
      asks: () => ['/readyz?verbose'],
      statuses: [500],
      read: (answer, target) => readEndpoint('readyz', answer, target),
    },
    {
      id: 'livez',
      path: /^\/livez$/,
      asks: () => ['/livez?verbose'],
      statuses: [500],
      read: (answer, target) => readEndpoint('livez', answer, target),
    },
    {
      // Deprecated; it runs the checks of both.
      id: 'healthz',
      path: /^\/healthz$/,
      statuses: [500],
      read: (answer, target) => readEndpoint('readyz', answer, target),
    },
    {
      id: 'check',
      path: /^\/(readyz|livez)\/[a-zA-Z0-9/._-]+$/,
      statuses: [500],
      read: readOneCheck,
    },
    {
      id: 'version',
      path: /^\/version$/,
      asks: () => ['/version'],
      read: readVersion,
    },
  ],
};

function readEndpoint(
  endpoint: 'readyz' | 'livez',
  { httpStatus, body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const refused = refusal(httpStatus, body);
  if (refused) {
    return { subject: apiServerObject(target, { refused }) };
  }
  const checks = readHealthChecks(httpStatus, body);
  if (!checks) {
    return undefined;
  }
  const subject = apiServerObject(target, { [endpoint]: checks });
  if (endpoint === 'livez') {
    return { subject };
  }
  const said = (one: readonly string[]) =>
    one.filter(name => ETCD_CHECKS.includes(name));
  const checked = { ok: said(checks.ok), failed: said(checks.failed) };
  return {
    subject,
    items: [
      ...(checked.ok.length + checked.failed.length > 0
        ? [
            probeObject(SYSTEM, 'EtcdCluster', target.name, target, {
              status: { checked },
            }),
          ]
        : []),
      probeObject(SYSTEM, 'ControlPlane', target.name, target, {
        spec: { apiServer: target.name },
      }),
    ],
  };
}

/** `/readyz/etcd` says `ok`, or with a 500 that the check failed. */
function readOneCheck(
  { path, httpStatus, body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const [, endpoint, ...rest] = path.split('/');
  const name = rest.join('/');
  const refused = refusal(httpStatus, body);
  if (refused) {
    return { subject: apiServerObject(target, { refused }) };
  }
  if (typeof body !== 'string') {
    return undefined;
  }
  const ok = httpStatus === 200 && body.trim() === 'ok';
  const failed = httpStatus === 500 && !/^\s*</.test(body);
  return ok || failed
    ? {
        subject: apiServerObject(target, {
          [endpoint]: {
            passed: ok,
            ok: ok ? [name] : [],
            excluded: [],
            failed: ok ? [] : [name],
          },
        }),
      }
    : undefined;
}

function readVersion(
  { httpStatus, body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const version = stringAt(body, 'gitVersion');
  return httpStatus === 200 && version && stringAt(body, 'goVersion')
    ? { subject: apiServerObject(target, { version }) }
    : undefined;
}

/** What a server of the Kubernetes API says where it lets nobody in; undefined for any other answer. */
function refusal(httpStatus: number, body: unknown): string | undefined {
  const refuses = httpStatus === 401 || httpStatus === 403;
  return refuses && isObject(body) && body.kind === 'Status'
    ? stringAt(body, 'message') ?? stringAt(body, 'reason') ?? `${httpStatus}`
    : undefined;
}

function apiServerObject(target: ProbeTarget, status: Record<string, unknown>) {
  return probeObject(SYSTEM, 'ApiServer', target.name, target, { status });
}
