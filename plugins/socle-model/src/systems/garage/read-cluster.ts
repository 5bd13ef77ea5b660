import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import {
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import {
  clusterObject,
  garageObject,
  refused,
  succeeded,
} from './garage-object';

/** `GET /health`, which any server may have: Garage's is known by its words. 200 says no more than that it answers. */
export function readPlainHealth(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const text = typeof answer.body === 'string' ? answer.body : '';
  const own = /^Garage is |^Quorum is not available|GetClusterHealth/m.test(
    text,
  );
  if (!own) {
    return undefined;
  }
  const lost = answer.httpStatus === 503 && text.includes('Quorum is not');
  return {
    subject: clusterObject(target, { plain: lost ? 'unavailable' : 'answers' }),
  };
}

/** `GetClusterHealth`, and `/v1/health`, which has the same fields. */
export function readHealth(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  return {
    subject: clusterObject(target, {
      api: answer.path.startsWith('/v1/') ? 'v1' : 'v2',
      health: isObject(answer.body) ? answer.body : {},
    }),
  };
}

/** `GetClusterStatus`, and `/v1/status`; before 1.0 the roles stood apart, in the layout. */
export function readStatus(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  const { body } = answer;
  const listed = Array.isArray(valueAt(body, 'nodes')) ? 'nodes' : 'knownNodes';
  if (!Array.isArray(valueAt(body, listed))) {
    return undefined;
  }
  const roles = new Map(
    objectsAt(body, 'layout', 'roles').map(role => [
      stringAt(role, 'id'),
      role,
    ]),
  );
  const nodes = objectsAt(body, listed).filter(node => stringAt(node, 'id'));
  return {
    subject: clusterObject(target, {
      nodes: nodes.map(node => ({
        ...nodeStatus(node, roles),
        id: stringAt(node, 'id'),
      })),
      nodesTold: true,
      layoutVersion:
        numberAt(body, 'layoutVersion') ?? numberAt(body, 'layout', 'version'),
      garageVersion: stringAt(body, 'garageVersion'),
    }),
    items: nodes.map(node =>
      garageObject(target, 'Node', stringAt(node, 'id')!, {
        status: nodeStatus(node, roles),
      }),
    ),
  };
}

function nodeStatus(
  node: RawObject,
  roles: ReadonlyMap<string | undefined, RawObject>,
): RawObject {
  const inside = valueAt(node, 'role');
  const role = isObject(inside) ? inside : roles.get(stringAt(node, 'id'));
  return {
    isUp: valueAt(node, 'isUp'),
    hostname: stringAt(node, 'hostname'),
    addr: stringAt(node, 'addr'),
    garageVersion: stringAt(node, 'garageVersion'),
    lastSeenSecsAgo: numberAt(node, 'lastSeenSecsAgo'),
    draining: valueAt(node, 'draining'),
    role: role
      ? { zone: stringAt(role, 'zone'), capacity: numberAt(role, 'capacity') }
      : null,
    dataPartition: objectAt(node, 'dataPartition'),
    metadataPartition: objectAt(node, 'metadataPartition'),
  };
}

/** `GetClusterLayout`, and `/v1/layout`. */
export function readLayout(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  const { body } = answer;
  return {
    subject: layoutObject(target, {
      layout: isObject(body)
        ? {
            version: numberAt(body, 'version'),
            roles: Array.isArray(valueAt(body, 'roles'))
              ? objectsAt(body, 'roles').map(role => ({
                  zone: stringAt(role, 'zone'),
                  capacity: numberAt(role, 'capacity'),
                }))
              : undefined,
            zoneRedundancy: valueAt(body, 'parameters', 'zoneRedundancy'),
            stagedChanges: objectsAt(body, 'stagedRoleChanges').length,
            stagedParameters: isObject(valueAt(body, 'stagedParameters')),
          }
        : {},
    }),
  };
}

/** `GetClusterLayoutHistory`: more than one version that is not yet historical means that data are on their way. */
export function readLayoutHistory(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  const versions = objectsAt(answer.body, 'versions');
  return {
    subject: layoutObject(target, {
      history: Array.isArray(valueAt(answer.body, 'versions'))
        ? {
            currentVersion: numberAt(answer.body, 'currentVersion'),
            active: versions.filter(
              version =>
                stringAt(version, 'status')?.toLowerCase() !== 'historical',
            ).length,
          }
        : {},
    }),
  };
}

function layoutObject(target: ProbeTarget, status: RawObject): RawObject {
  return garageObject(target, 'ClusterLayout', target.name, { status });
}
