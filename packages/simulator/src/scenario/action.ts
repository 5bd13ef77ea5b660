import { ClusterControl } from '../cluster-control';
import { parseDuration } from '../manifests/times';
import { objectsIn } from '../manifests/read-manifests';
import { Denial } from '../server/faults';
import { isRecordedAnswer } from '../server/recorded-answers';
import { Fields, isFields, ObjectRef, timestamp } from '../storage/object';

/** Something asked for that cannot be done; the message says what is wrong with it. */
export class ActionError extends Error {}

type Act = (control: ClusterControl, given: unknown) => void | Promise<void>;

function fields(given: unknown): Fields {
  if (given === undefined || given === null || given === true) return {};
  if (!isFields(given)) throw new ActionError('an object is wanted here');
  return given;
}

function text(given: unknown, name: string): string {
  if (typeof given !== 'string' || given === '')
    throw new ActionError(`"${name}" is missing`);
  return given;
}

function optional(given: unknown): string | undefined {
  return typeof given === 'string' && given !== '' ? given : undefined;
}

/** `true`/`false` itself, or under `on`; on where nothing is said. */
function onOff(given: unknown): boolean {
  const value = isFields(given) ? given.on : given;
  if (value === undefined || value === null) return true;
  if (typeof value !== 'boolean')
    throw new ActionError('true or false is wanted here');
  return value;
}

function duration(given: unknown, name: string): number {
  const parsed =
    typeof given === 'string' || typeof given === 'number'
      ? parseDuration(given)
      : undefined;
  if (parsed === undefined)
    throw new ActionError(`"${name}" is not a duration such as 5s or 2m`);
  return parsed;
}

function refOf(given: unknown): ObjectRef {
  const ref = fields(given);
  return {
    apiVersion: text(ref.apiVersion, 'apiVersion'),
    kind: text(ref.kind, 'kind'),
    namespace: optional(ref.namespace),
    name: text(ref.name, 'name'),
  };
}

function denialOf(given: unknown): Denial {
  const denial = fields(given);
  return {
    group: optional(denial.group),
    resource: text(denial.resource, 'resource'),
    namespace: optional(denial.namespace),
    ...(Array.isArray(denial.verbs) && { verbs: denial.verbs.map(String) }),
  };
}

function silenceOf(given: unknown) {
  const { group, kind, namespace, name } = fields(given);
  return Object.fromEntries(
    Object.entries({ group, kind, namespace, name }).filter(([, value]) =>
      optional(value),
    ),
  );
}

/** A node by its name, or `{ node, immediately }`. */
function nodeOf(given: unknown): { node: string; immediately: boolean } {
  if (typeof given === 'string') return { node: given, immediately: false };
  const { node, name, immediately } = fields(given);
  return {
    node: text(node ?? name, 'node'),
    immediately: immediately === true,
  };
}

/** Everything that can be done to a cluster by a scenario step or a call to `/control`, by its name in a scenario. */
export const actions: Record<string, Act> = {
  apply: (control, given) => {
    const documents = Array.isArray(given) ? given : [given];
    for (const object of documents.flatMap(document =>
      objectsIn(document, 'the object to apply'),
    )) {
      control.apply(object);
    }
  },
  patch: (control, given) => {
    const { ref, merge } = fields(given);
    control.patch(refOf(ref), fields(merge));
  },
  delete: (control, given) => control.delete(refOf(fields(given).ref ?? given)),
  touch: (control, given) => {
    const annotations = {
      'simulator.socle.dev/touched-at': timestamp(Date.now()),
    };
    control.patch(refOf(fields(given).ref ?? given), {
      metadata: { annotations },
    });
  },
  nodeDown: (control, given) => {
    const { node, immediately } = nodeOf(given);
    control.nodeDown(node, { immediately });
  },
  nodeUp: (control, given) => control.nodeUp(nodeOf(given).node),
  cutWatches: (control, given) =>
    control.cutWatches(
      typeof given === 'string' ? given : optional(fields(given).resource),
    ),
  stallWatches: (control, given) => control.stallWatches(onOff(given)),
  compact: control => control.compact(),
  restart: (control, given) => {
    const { down, downMs } = fields(given);
    const milliseconds =
      typeof downMs === 'number' ? downMs : duration(down ?? 0, 'down');
    // The server is away meanwhile; who asked for it need not wait.
    void control.restart({ downMs: milliseconds });
  },
  unreachable: (control, given) => control.unreachable(onOff(given)),
  latency: (control, given) => {
    const value = isFields(given) ? given.ms ?? given.latency : given;
    const milliseconds =
      isFields(given) && typeof given.ms === 'number' ? given.ms : undefined;
    control.setLatency(milliseconds ?? duration(value, 'latency'));
  },
  throttle: (control, given) => {
    const { requests, retryAfterSeconds } = fields(given);
    control.throttle(
      typeof requests === 'number' ? requests : 1,
      typeof retryAfterSeconds === 'number' ? retryAfterSeconds : 1,
    );
  },
  forbid: (control, given) => control.forbid(denialOf(given)),
  allow: (control, given) => control.allow(denialOf(given)),
  check: (control, given) => {
    const { name, passes } = fields(given);
    control.setCheck(text(name, 'name'), passes === true);
  },
  token: (control, given) =>
    control.rotateToken(
      typeof given === 'string' ? given : text(fields(given).token, 'token'),
    ),
  answer: (control, given) => {
    const { system, ...answer } = fields(given);
    if (!isRecordedAnswer(answer)) {
      throw new ActionError(
        '"request" (such as GET /health) and "httpStatus" are wanted here',
      );
    }
    control.answer(text(system, 'system'), answer);
  },
  patchAnswer: (control, given) => {
    const { system, request, merge } = fields(given);
    control.patchAnswer(
      text(system, 'system'),
      text(request, 'request'),
      fields(merge),
    );
  },
  systemUnreachable: (control, given) => {
    const { system, on } =
      typeof given === 'string' ? { system: given, on: true } : fields(given);
    control.systemUnreachable(text(system, 'system'), onOff(on));
  },
  silence: (control, given) => control.silence(silenceOf(given)),
  speak: (control, given) => control.speak(silenceOf(given)),
  vaultSecret: (control, given) => {
    const { path, keys } = fields(given);
    control.writeVaultSecret(
      text(path, 'path'),
      Array.isArray(keys) ? keys.map(String) : [],
    );
  },
  freeze: (control, given) => control.freeze(onOff(given)),
};
