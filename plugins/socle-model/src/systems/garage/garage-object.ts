import type { KindDefinition } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { HttpAnswer, probeObject, ProbeTarget } from '../../definition/probe';
import { Meta } from '../../definition/resource';
import {
  isObject,
  objectAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';

export const GARAGE = {
  group: 'garage.socle.dev',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  // What an answer leaves out is for each rule to judge: no operator writes these.
  statusless: true,
  // What is under way here is moving data, which may take days.
  patienceMinutes: 0,
} as const satisfies Partial<KindDefinition>;

/** An object of the cluster that was asked; it carries the cluster's name, so that it can be linked. */
export function garageObject(
  target: ProbeTarget,
  kind: string,
  name: string,
  parts: { spec?: RawObject; status?: RawObject; created?: string },
): RawObject {
  return probeObject('garage', kind, name, target, {
    ...parts,
    spec: { ...parts.spec, cluster: target.name },
  });
}

/** The object that stands for the cluster as a whole. */
export function clusterObject(
  target: ProbeTarget,
  status: RawObject,
): RawObject {
  return garageObject(target, 'Cluster', target.name, {
    spec: { endpoints: [...target.endpoints] },
    status,
  });
}

/** What is said by an answer that is none: the status code that came instead. */
export function refused(answer: HttpAnswer, target: ProbeTarget) {
  return { subject: clusterObject(target, { refused: answer.httpStatus }) };
}

export function succeeded(answer: HttpAnswer): boolean {
  return answer.httpStatus >= 200 && answer.httpStatus < 300;
}

export function clusterLink(
  cluster: string | undefined,
  meta: Meta,
  depends: 'target' | 'source',
): Link[] {
  return cluster
    ? [
        linkTo(
          'cluster',
          {
            group: GARAGE.group,
            kind: 'Cluster',
            namespace: meta.namespace,
            name: cluster,
          },
          depends,
        ),
      ]
    : [];
}

/**
 * The answer of a request to several nodes: what each said, and the text for those that could not be asked. Undefined
 * where it is none.
 */
export function byNode(body: unknown):
  | {
      success: Array<[node: string, answer: unknown]>;
      error: Array<[node: string, text: string]>;
    }
  | undefined {
  if (!isObject(valueAt(body, 'success'))) {
    return undefined;
  }
  return {
    success: Object.entries(objectAt(body, 'success')).filter(
      ([node]) => node !== '',
    ),
    error: Object.keys(objectAt(body, 'error'))
      .filter(node => node !== '')
      .map(node => [node, stringAt(body, 'error', node) ?? 'no answer']),
  };
}
