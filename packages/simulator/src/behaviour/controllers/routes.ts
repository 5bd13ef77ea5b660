import { routeStatus } from '../../demo/build/network/gateway';
import {
  at,
  Fields,
  fieldsAt,
  isFields,
  KubeObject,
  listAt,
  textAt,
} from '../../storage/object';
import { sameJson } from '../../storage/same-json';
import { Hands } from '../hands';
import { Fresh } from './fresh';

const MANAGER = 'cilium-operator';

/** The gateway's word on a route; again, until it is taken and everything behind it is there. */
export function settleRoute(route: KubeObject, hands: Hands): boolean {
  const missing = backendsOf(route).find(
    name =>
      !hands.get({
        apiVersion: 'v1',
        kind: 'Service',
        namespace: route.metadata.namespace,
        name,
      }),
  );
  const make = new Fresh(hands.now());
  let well = missing === undefined;
  const parents = listAt(route, 'spec', 'parentRefs')
    .filter(isFields)
    .map(parentRef => {
      const problem = parentProblem(route, parentRef, hands);
      well &&= problem === undefined;
      const [parent] = listAt(routeStatus(parentRef, make), 'parents');
      const conditions = listAt(parent, 'conditions')
        .filter(isFields)
        .map(condition => {
          if (condition.type === 'Accepted' && problem)
            return { ...condition, status: 'False', ...problem };
          return condition.type === 'ResolvedRefs' && missing
            ? {
                ...condition,
                status: 'False',
                reason: 'BackendNotFound',
                message: `services "${missing}" not found`,
              }
            : condition;
        });
      return { ...fieldsAt(parent), conditions };
    });
  const said = listAt(route, 'status', 'parents');
  if (sameJson(wordsOf(said), wordsOf(parents))) return well;
  hands.merge(route, { status: { parents } }, MANAGER);
  if (said.length === 0) countIn(route, hands);
  return well;
}

function backendsOf(route: KubeObject): string[] {
  return listAt(route, 'spec', 'rules')
    .flatMap(rule => listAt(rule, 'backendRefs'))
    .filter(ref => (textAt(ref, 'kind') || 'Service') === 'Service')
    .map(ref => textAt(ref, 'name'))
    .filter(Boolean);
}

function gatewayOf(route: KubeObject, parentRef: Fields, hands: Hands) {
  const namespace = textAt(parentRef, 'namespace') || route.metadata.namespace;
  return hands
    .list('gateway.networking.k8s.io', 'Gateway')
    .find(
      ({ metadata }) =>
        metadata.name === parentRef.name && metadata.namespace === namespace,
    );
}

function parentProblem(route: KubeObject, parentRef: Fields, hands: Hands) {
  const gateway = gatewayOf(route, parentRef, hands);
  if (!gateway)
    return {
      reason: 'NoMatchingParent',
      message: `gateways "${parentRef.name}" not found`,
    };
  const section = textAt(parentRef, 'sectionName');
  const listeners = listAt(gateway, 'spec', 'listeners').filter(
    listener => !section || textAt(listener, 'name') === section,
  );
  if (listeners.length === 0)
    return {
      reason: 'NoMatchingParent',
      message: `No matching listener "${section}"`,
    };
  const hosts = listAt(route, 'spec', 'hostnames').map(String);
  const fits = listeners.some(listener => {
    const own = textAt(listener, 'hostname');
    return (
      !own || hosts.length === 0 || hosts.some(host => fitsHost(own, host))
    );
  });
  return fits
    ? undefined
    : {
        reason: 'NoMatchingListenerHostname',
        message: 'No matching listener hostname',
      };
}

function fitsHost(listener: string, host: string): boolean {
  return listener.startsWith('*.')
    ? host.endsWith(listener.slice(1))
    : host === listener;
}

/** The same words are not said again with another time. */
function wordsOf(parents: unknown[]): unknown {
  return parents.map(parent =>
    listAt(parent, 'conditions').map(condition => [
      at(condition, 'type'),
      at(condition, 'status'),
      at(condition, 'reason'),
    ]),
  );
}

/** One route more at the listeners that it names. */
function countIn(route: KubeObject, hands: Hands): void {
  for (const parentRef of listAt(route, 'spec', 'parentRefs').filter(
    isFields,
  )) {
    const gateway = gatewayOf(route, parentRef, hands);
    if (!gateway) continue;
    const listeners = listAt(gateway, 'status', 'listeners')
      .filter(isFields)
      .map(listener =>
        listener.name === parentRef.sectionName
          ? {
              ...listener,
              attachedRoutes: Number(listener.attachedRoutes ?? 0) + 1,
            }
          : listener,
      );
    hands.merge(gateway, { status: { listeners } }, MANAGER);
  }
}
