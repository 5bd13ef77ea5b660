import {
  Fields,
  fieldsAt,
  KubeObject,
  listAt,
  textAt,
  timestamp,
} from '../../storage/object';
import { hasSeveral } from './sources';

/** `source` or `sources` of an Application, as its status repeats them. */
export function sourcesField({ spec }: KubeObject): Fields {
  const { source, sources } = spec as Fields;
  return hasSeveral(spec) ? { sources } : { source };
}

export function revisionsField(
  application: KubeObject,
  revisions: string[],
): Fields {
  return hasSeveral(application.spec)
    ? { revisions }
    : { revision: revisions[0] ?? '' };
}

export function typesField(application: KubeObject, types: string[]): Fields {
  return hasSeveral(application.spec)
    ? { sourceTypes: types, sourceType: null }
    : { sourceType: types[0] ?? null, sourceTypes: null };
}

/** Revisions that it was last compared to. */
export function comparedRevisions(application: KubeObject): string[] {
  const several = listAt(application, 'status', 'sync', 'revisions');
  if (several.length > 0) return several.map(String);
  const one = textAt(application, 'status', 'sync', 'revision');
  return one ? [one] : [];
}

export function comparison(
  application: KubeObject,
  status: string,
  revisions: string[],
  now: number,
): Fields {
  const { destination } = application.spec as Fields;
  return {
    reconciledAt: timestamp(now),
    controllerNamespace: application.metadata.namespace,
    resourceHealthSource: 'appTree',
    sync: {
      status,
      revision: null,
      revisions: null,
      ...revisionsField(application, revisions),
      comparedTo: { destination, ...sourcesField(application) },
    },
  };
}

/** The conditions of an Application that could not be compared. */
export function errorCondition(type: string, message: string, now: number) {
  return [{ type, message, lastTransitionTime: timestamp(now) }];
}

export function runningOperation(
  application: KubeObject,
  revisions: string[],
  now: number,
): Fields {
  return {
    phase: 'Running',
    message: 'one or more tasks are running',
    startedAt: timestamp(now),
    finishedAt: null,
    operation: {
      sync: { prune: true, ...revisionsField(application, revisions) },
      initiatedBy: { automated: true },
      retry: { limit: 5 },
    },
  };
}

/** The operation's end, and the history that it goes into where it went well. */
export function finishedOperation(
  application: KubeObject,
  revisions: string[],
  problems: string[],
  now: number,
): Fields {
  const well = problems.length === 0;
  const at = timestamp(now);
  const startedAt = textAt(
    application,
    'status',
    'operationState',
    'startedAt',
  );
  const history = listAt(application, 'status', 'history');
  const last = Number(fieldsAt(history[history.length - 1]).id ?? -1);
  return {
    operationState: {
      phase: well ? 'Succeeded' : 'Failed',
      message: well
        ? 'successfully synced (all tasks run)'
        : `one or more objects failed to apply, reason: ${[
            ...new Set(problems),
          ].join(', ')}`,
      finishedAt: at,
      syncResult: {
        revision: '',
        ...sourcesField(application),
        ...revisionsField(application, revisions),
      },
    },
    ...(well && {
      history: [
        ...history.slice(-9),
        {
          id: last + 1,
          deployStartedAt: startedAt || at,
          deployedAt: at,
          initiatedBy: { automated: true },
          ...sourcesField(application),
          ...revisionsField(application, revisions),
        },
      ],
    }),
  };
}
