import type { Resource } from '../../definition/resource';
import type { HealthContext, Verdict } from '../../judging/verdict';
import {
  isObject,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import type { PodFacts } from './pod-facts';

/** What is kept of how a pod uses Secrets, beside their names. */
export type SecretUse = {
  /** Only while the pod is not ready: the keys it cannot start without, by Secret. */
  neededKeys?: { [secret: string]: string[] };
  /** Secrets whose values are in its environment, where they never change while it runs. */
  envSecrets?: string[];
  /** Since when its containers have had that environment, in milliseconds: the first that was started. */
  envSince?: number;
};

/** What is read here of a Secret; the kind is defined elsewhere. */
type SecretFacts = { keys?: string[]; changed?: number };

const LISTS = ['initContainers', 'containers'];

/** The keys that a pod names and cannot start without. */
export function neededKeysOf(
  raw: RawObject,
): { [secret: string]: string[] } | undefined {
  const keys = new Map<string, Set<string>>();
  const need = (secret: string | undefined, key: string | undefined) => {
    if (secret && key) {
      keys.set(secret, (keys.get(secret) ?? new Set()).add(key));
    }
  };
  const needItems = (source: unknown, field: string) => {
    if (valueAt(source, 'optional') !== true) {
      for (const item of objectsAt(source, 'items')) {
        need(stringAt(source, field), stringAt(item, 'key'));
      }
    }
  };
  for (const container of LISTS.flatMap(list => objectsAt(raw, 'spec', list))) {
    for (const variable of objectsAt(container, 'env')) {
      const ref = valueAt(variable, 'valueFrom', 'secretKeyRef');
      if (valueAt(ref, 'optional') !== true) {
        need(stringAt(ref, 'name'), stringAt(ref, 'key'));
      }
    }
  }
  for (const volume of objectsAt(raw, 'spec', 'volumes')) {
    needItems(volume.secret, 'secretName');
    for (const source of objectsAt(volume, 'projected', 'sources')) {
      needItems(source.secret, 'name');
    }
  }
  return keys.size > 0
    ? Object.fromEntries([...keys].map(([name, of]) => [name, [...of]]))
    : undefined;
}

/** Puts into `facts` which Secrets are in the environment of running containers, and since when. */
export function addEnvironment(raw: RawObject, facts: SecretUse): void {
  const names: string[] = [];
  for (const container of objectsAt(raw, 'spec', 'containers')) {
    for (const source of objectsAt(container, 'envFrom')) {
      add(names, source.secretRef);
    }
    for (const variable of objectsAt(container, 'env')) {
      if (isObject(variable.valueFrom)) {
        add(names, variable.valueFrom.secretKeyRef);
      }
    }
  }
  if (names.length === 0) {
    return;
  }
  const started = objectsAt(raw, 'status', 'containerStatuses')
    .map(one => timeAt(one, 'state', 'running', 'startedAt'))
    .filter(at => at !== undefined);
  if (started.length > 0) {
    // A copy has no room to grow, which each pod would pay for.
    facts.envSecrets = names.slice();
    facts.envSince = Math.min(...started);
  }
}

function add(names: string[], ref: unknown): void {
  const name = isObject(ref) ? stringAt(ref, 'name') : undefined;
  if (name && !names.includes(name)) names.push(name);
}

/** `Secret db has no key password`, where its keys are known. */
export function missingKeys(facts: PodFacts, context: HealthContext): string[] {
  if (!facts.neededKeys) {
    return [];
  }
  return secretsOf(context).flatMap(({ facts: { keys }, meta }) =>
    (facts.neededKeys?.[meta.name] ?? [])
      .filter(key => keys && !keys.includes(key))
      .map(key => `Secret ${meta.name} has no key ${key}`),
  );
}

/** A value in the environment stays what it was when the container started: said beside the health. */
export function withOldValues(
  verdict: Verdict,
  { envSecrets, envSince }: PodFacts,
  context: HealthContext,
): Verdict {
  if (!envSecrets || envSince === undefined) {
    return verdict;
  }
  const old = secretsOf(context).filter(
    ({ meta, facts }) =>
      envSecrets.includes(meta.name) && (facts.changed ?? 0) > envSince,
  );
  return old.length === 0
    ? verdict
    : {
        ...verdict,
        warnings: [
          ...(verdict.warnings ?? []),
          ...old.map(
            ({ meta, facts }) =>
              `Runs with an older value of Secret ${
                meta.name
              }, which changed on ${formatTime(
                facts.changed!,
              )}: restart it to take the new one.`,
          ),
        ],
      };
}

function secretsOf(context: HealthContext): Resource<SecretFacts>[] {
  return context
    .targets<SecretFacts>('usesSecret')
    .flatMap(one => (one.state === 'present' ? [one.resource] : []));
}
