import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import {
  isObject,
  numberAt,
  objectAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import {
  byNode,
  clusterObject,
  garageObject,
  refused,
  succeeded,
} from './garage-object';

/** `ListWorkers`: what each node is busy with in the background. */
export function readWorkers(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  const told = byNode(answer.body);
  if (!told) {
    return undefined;
  }
  const { success, error } = told;
  return {
    items: [
      ...success.flatMap(([node, list]) => [
        nodeObject(target, node, {
          workers: Array.isArray(list) ? workersOf(list).map(shortly) : null,
        }),
        ...workersOf(list).map(worker =>
          garageObject(target, 'Worker', `${node}-${nameOf(worker)}`, {
            spec: { node },
            status: shortly(worker),
          }),
        ),
      ]),
      ...error.map(([node, text]) =>
        nodeObject(target, node, { workersError: text }),
      ),
    ],
  };
}

function workersOf(list: unknown): RawObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function nameOf(worker: RawObject): string {
  return String(numberAt(worker, 'id') ?? stringAt(worker, 'name') ?? '');
}

/** `state` is a word, or `{throttled: …}`. */
function shortly(worker: RawObject): RawObject {
  const state = valueAt(worker, 'state');
  return {
    name: stringAt(worker, 'name'),
    state: isObject(state) ? Object.keys(state)[0] : state,
    consecutiveErrors: numberAt(worker, 'consecutiveErrors'),
    errors: numberAt(worker, 'errors'),
    queueLength: numberAt(worker, 'queueLength'),
    lastError: stringAt(objectAt(worker, 'lastError'), 'message'),
  };
}

/** `ListBlockErrors`: only blocks that something refers to are missed by anybody. */
export function readBlockErrors(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  const told = byNode(answer.body);
  if (!told) {
    return undefined;
  }
  const { success, error } = told;
  return {
    items: [
      ...success.map(([node, list]) => {
        const blocks = Array.isArray(list) ? list.filter(isObject) : undefined;
        const missed = blocks?.filter(
          block => numberAt(block, 'refcount') !== 0,
        );
        return nodeObject(target, node, {
          blockErrors: missed
            ? {
                count: missed.length,
                tries: Math.max(
                  0,
                  ...missed.map(block => numberAt(block, 'errorCount') ?? 0),
                ),
              }
            : null,
        });
      }),
      ...error.map(([node, text]) =>
        nodeObject(target, node, { blockErrorsError: text }),
      ),
    ],
  };
}

/** `GetNodeInfo`: which version each node runs. */
export function readNodeInfo(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  if (!succeeded(answer)) {
    return refused(answer, target);
  }
  const told = byNode(answer.body);
  if (!told) {
    return undefined;
  }
  const { success, error } = told;
  return {
    items: [
      ...success.map(([node, info]) =>
        nodeObject(target, node, {
          info: {
            garageVersion: stringAt(info, 'garageVersion'),
            dbEngine: stringAt(info, 'dbEngine'),
          },
        }),
      ),
      ...error.map(([node, text]) =>
        nodeObject(target, node, { infoError: text }),
      ),
    ],
  };
}

/** Free text for people; it says that the cluster answers, and nothing is read from it. */
export function readStatistics(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  return succeeded(answer)
    ? { subject: clusterObject(target, { plain: 'answers' }) }
    : refused(answer, target);
}

function nodeObject(
  target: ProbeTarget,
  node: string,
  status: RawObject,
): RawObject {
  return garageObject(target, 'Node', node, { status });
}
