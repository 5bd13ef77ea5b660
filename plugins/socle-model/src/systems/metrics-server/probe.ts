import {
  HttpAnswer,
  ProbeDefinition,
  probeObject,
  ProbeReading,
  ProbeTarget,
} from '../../definition/probe';
import {
  isObject,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { formatTime } from '../../reading/times';
import { measurementOf } from './measurement';

const SYSTEM = 'metrics-server';
const ROOT = '/apis/metrics.k8s.io/v1beta1';

/** Statuses that say how the API is rather than what it measured. */
const REFUSALS = [401, 403, 404, 503];

/**
 * Nodes alone are asked for. An answer about all pods grows with the cluster and decides nothing, so it is only read
 * where somebody recorded it, and then as a whole.
 */
export const metricsProbe: ProbeDefinition = {
  id: SYSTEM,
  target: 'cluster',
  credential: 'bearer',
  everySeconds: 60,
  requests: [
    {
      id: 'nodes',
      path: /^\/apis\/metrics\.k8s\.io\/v1beta1\/nodes$/,
      asks: () => [`${ROOT}/nodes`],
      statuses: [404, 503],
      read: (answer, target) => readList(answer, target, 'node'),
    },
    {
      id: 'node',
      path: /^\/apis\/metrics\.k8s\.io\/v1beta1\/nodes\/[^/]+$/,
      read: ({ httpStatus, body }, target) =>
        httpStatus === 200 && isNodeMetrics(body)
          ? { subject: nodeObject(body, target) }
          : undefined,
    },
    {
      id: 'pods',
      path: /^\/apis\/metrics\.k8s\.io\/v1beta1\/(namespaces\/[^/]+\/)?pods$/,
      statuses: [404, 503],
      read: (answer, target) => readList(answer, target, 'pod'),
    },
    {
      id: 'pod',
      path: /^\/apis\/metrics\.k8s\.io\/v1beta1\/namespaces\/[^/]+\/pods\/[^/]+$/,
      read: (answer, target) =>
        isObject(answer.body) && answer.body.kind === 'PodMetrics'
          ? readList(
              {
                ...answer,
                body: { kind: 'PodMetricsList', items: [answer.body] },
              },
              target,
              'pod',
            )
          : undefined,
    },
  ],
};

function readList(
  { httpStatus, body }: HttpAnswer,
  target: ProbeTarget,
  what: 'node' | 'pod',
): ProbeReading | undefined {
  const subject = (status: RawObject) =>
    probeObject(SYSTEM, 'MetricsApi', target.name, target, {
      status: { httpStatus, what, ...status },
    });
  if (REFUSALS.includes(httpStatus)) {
    const message = isObject(body)
      ? stringAt(body, 'message')
      : plainText(body);
    return message === undefined
      ? undefined
      : { subject: subject({ message }) };
  }
  if (
    httpStatus !== 200 ||
    !isObject(body) ||
    !Array.isArray(body.items) ||
    !/^(Node|Pod)MetricsList$/.test(stringAt(body, 'kind') ?? '')
  ) {
    return undefined;
  }
  const items = objectsAt(body, 'items');
  const newest = items
    .map(measurementOf)
    .filter(({ at }) => at !== undefined)
    .reduce<ReturnType<typeof measurementOf>>(
      (best, one) => ((one.at ?? 0) > (best.at ?? 0) ? one : best),
      {},
    );
  return {
    subject: subject({
      measured: items.length,
      ...(newest.at === undefined ? {} : { newest: formatTime(newest.at) }),
      ...(newest.windowSeconds === undefined
        ? {}
        : { windowSeconds: newest.windowSeconds }),
    }),
    items:
      what === 'node'
        ? items
            .filter(one => stringAt(one, 'metadata', 'name'))
            .map(one => nodeObject(one, target))
        : [],
  };
}

function isNodeMetrics(body: unknown): body is RawObject {
  return isObject(body) && body.kind === 'NodeMetrics';
}

function nodeObject(raw: RawObject, target: ProbeTarget): RawObject {
  const name = stringAt(raw, 'metadata', 'name') ?? '';
  return probeObject(SYSTEM, 'NodeMetrics', name, target, {
    status: {
      timestamp: raw.timestamp,
      window: raw.window,
      usage: objectAt(raw, 'usage'),
    },
  });
}

/** The text of an answer, where it is none of a web page. */
function plainText(body: unknown): string | undefined {
  return typeof body === 'string' && !/^\s*</.test(body)
    ? body.trim() || undefined
    : undefined;
}
