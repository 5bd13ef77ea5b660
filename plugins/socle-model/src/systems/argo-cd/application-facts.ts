import { Registered, registeredAt } from '../../reading/registered';
import {
  Condition,
  conditionsAt,
  cut,
  withoutCredentials,
} from '../../reading/conditions';
import {
  annotationAt,
  booleanAt,
  isObject,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { classifyApplication, patternFacts, PatternFacts } from './patterns';
import { Managed, readManaged } from './managed';
import { parentOf } from './tracking';

/** One source, as a page shows it. */
export type SourceFact = {
  repoURL?: string;
  chart?: string;
  path?: string;
  targetRevision?: string;
  ref?: string;
};

export type ApplicationFacts = PatternFacts &
  Managed & {
    /** Argo CD's own two words, as it gives them. */
    sync?: string;
    health?: string;
    healthSince?: number;
    project: string;
    destination: { server?: string; name?: string; namespace?: string };
    sources: SourceFact[];
    /** One for each source; a single one for most. */
    revision?: string;
    /** The last or running operation. */
    phase?: string;
    operationMessage?: string;
    operationStarted?: number;
    operationFinished?: number;
    /** What the operation could not apply: the first few. */
    operationFailures?: string[];
    operationRevision?: string;
    /** An operation is asked for and has not started. */
    requested?: true;
    autoSync: boolean;
    conditions?: Condition[];
    /** There is something in their place that is no list of them. */
    conditionsUnreadable?: true;
    externalURLs?: string[];
    reconciledAt?: number;
    syncWave?: string;
    skipReconcile?: true;
    /** Deleting it leaves its objects behind. */
    orphansOnDelete?: true;
    /** What the source hydrator says of its last run, where that failed. */
    hydrationFailed?: string;
    /** Where Argo CD itself runs. */
    controlPlane?: string;
    parent?: { namespace: string; name: string };
    /** What it says of itself for the catalog. */
    registered?: Registered;
  };

/** What of an Application is read, so that history and images need not be parsed. */
export const APPLICATION_READS = [
  'metadata.annotations',
  'metadata.finalizers',
  'metadata.ownerReferences',
  'spec',
  'operation',
  'status.health',
  'status.sync.status',
  'status.sync.revision',
  'status.sync.revisions',
  'status.operationState.phase',
  'status.operationState.message',
  'status.operationState.startedAt',
  'status.operationState.finishedAt',
  'status.operationState.syncResult',
  'status.conditions',
  'status.resources',
  'status.sourceType',
  'status.sourceTypes',
  'status.summary.externalURLs',
  'status.reconciledAt',
  'status.controllerNamespace',
  'status.sourceHydrator.currentOperation',
];

const MOST_SOURCES = 20;
const MOST_URLS = 10;
const MOST_FAILURES = 3;

export function projectApplication(raw: RawObject): ApplicationFacts {
  const spec = objectAt(raw, 'spec');
  const status = objectAt(raw, 'status');
  const operation = objectAt(status, 'operationState');
  const automated = valueAt(spec, 'syncPolicy', 'automated');
  const conditions = conditionsAt(raw);
  const hydration = objectAt(status, 'sourceHydrator', 'currentOperation');
  const failures = operationFailures(operation);
  const urls = stringsAt(status, 'summary', 'externalURLs').slice(0, MOST_URLS);
  return withoutAbsent({
    ...patternFacts(classifyApplication(raw)),
    ...readManaged(raw),
    sync: wordAt(status, 'sync', 'status'),
    health: wordAt(status, 'health', 'status'),
    healthSince: timeAt(status, 'health', 'lastTransitionTime'),
    project: stringAt(spec, 'project') ?? 'default',
    destination: withoutAbsent({
      server: stringAt(spec, 'destination', 'server'),
      name: stringAt(spec, 'destination', 'name'),
      namespace: stringAt(spec, 'destination', 'namespace'),
    }),
    sources: sourcesOf(spec).slice(0, MOST_SOURCES).map(readSourceFact),
    revision: revisionAt(objectAt(status, 'sync')),
    phase: wordAt(operation, 'phase'),
    operationMessage: textAt(operation, 'message'),
    operationStarted: timeAt(operation, 'startedAt'),
    operationFinished: timeAt(operation, 'finishedAt'),
    operationFailures: failures.length > 0 ? failures : undefined,
    operationRevision: revisionAt(objectAt(operation, 'syncResult')),
    requested: isObject(raw.operation) ? (true as const) : undefined,
    autoSync: isObject(automated) && booleanAt(automated, 'enabled') !== false,
    conditions: conditions.length > 0 ? conditions : undefined,
    conditionsUnreadable: isListOrAbsent(valueAt(status, 'conditions'))
      ? undefined
      : (true as const),
    externalURLs: urls.length > 0 ? urls.map(withoutCredentials) : undefined,
    reconciledAt: timeAt(status, 'reconciledAt'),
    syncWave: annotationAt(raw, 'argocd.argoproj.io/sync-wave'),
    skipReconcile:
      annotationAt(raw, 'argocd.argoproj.io/skip-reconcile') === 'true'
        ? (true as const)
        : undefined,
    orphansOnDelete: cascades(raw) ? undefined : (true as const),
    hydrationFailed:
      stringAt(hydration, 'phase') === 'Failed'
        ? textAt(hydration, 'message') ?? 'no message'
        : undefined,
    controlPlane: stringAt(status, 'controllerNamespace'),
    registered: registeredAt(raw),
    parent: parentOf(raw),
  });
}

/** A word of a fixed set as it stands; of another type, as JSON, so that it can be told and matches none of the set. */
function wordAt(from: unknown, ...path: string[]): string | undefined {
  const value = valueAt(from, ...path);
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  return cut(typeof value === 'string' ? value : JSON.stringify(value), 60);
}

/** Their absence is good news here, so that it may not be read into what is none. */
function isListOrAbsent(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (Array.isArray(value) && value.every(isObject))
  );
}

function textAt(from: unknown, ...path: string[]): string | undefined {
  const text = stringAt(from, ...path);
  return text && cut(withoutCredentials(text));
}

/** `sources` wins as soon as it holds one. */
function sourcesOf(spec: RawObject): RawObject[] {
  const many = objectsAt(spec, 'sources');
  const one = objectAt(spec, 'source');
  if (many.length > 0) {
    return many;
  }
  return Object.keys(one).length > 0 ? [one] : [];
}

function readSourceFact(source: RawObject): SourceFact {
  return withoutAbsent({
    repoURL: textAt(source, 'repoURL'),
    chart: stringAt(source, 'chart'),
    path: stringAt(source, 'path'),
    targetRevision: stringAt(source, 'targetRevision'),
    ref: stringAt(source, 'ref'),
  });
}

function revisionAt(from: RawObject): string | undefined {
  const many = stringsAt(from, 'revisions');
  return many.length > 0 ? many.join(', ') : stringAt(from, 'revision');
}

function operationFailures(operation: RawObject): string[] {
  return objectsAt(operation, 'syncResult', 'resources')
    .filter(
      one =>
        stringAt(one, 'status') === 'SyncFailed' ||
        ['Failed', 'Error'].includes(stringAt(one, 'hookPhase') ?? ''),
    )
    .slice(0, MOST_FAILURES)
    .map(one => {
      const message = textAt(one, 'message');
      const what = `${stringAt(one, 'kind') ?? 'object'} ${
        stringAt(one, 'name') ?? ''
      }`.trim();
      return message ? `${what}: ${cut(message, 160)}` : what;
    });
}

function cascades(raw: RawObject): boolean {
  return stringsAt(raw, 'metadata', 'finalizers').some(finalizer =>
    finalizer.startsWith('resources-finalizer.argocd.argoproj.io'),
  );
}

/** Leaves out what is absent: facts stay in memory by the thousand. */
function withoutAbsent<T extends object>(of: T): T {
  for (const key of Object.keys(of) as Array<keyof T>) {
    if (of[key] === undefined) {
      delete of[key];
    }
  }
  return of;
}
