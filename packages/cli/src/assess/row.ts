import {
  Health,
  JsonValue,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';

/** The cluster that refs of files name: a file does not say which it is from. */
export const FILES = 'files';

/** A ref of which not everything need be known: what is broken may not say its own name. */
export type RowRef = Partial<Omit<ResourceRef, 'cluster'>> & {
  cluster: string;
  /** For what is inside a recorded answer: which of its things. */
  item?: { kind: string; namespace?: string; name: string };
};

/** What is found of one object. */
export interface Row {
  file: string;
  /** Counts from 0 within the file. */
  document: number;
  ref: RowRef;
  health: Health & { reason: string; message: string };
  facts: Record<string, JsonValue>;
  /** The line the document begins at; not part of the JSON output. */
  line?: number;
}

/** A ref for a person: `Kind namespace/name`, and `Kind name in path` for what is inside a recorded answer. */
export function titleOf({ kind, namespace, name, item }: RowRef): string {
  if (item) {
    return `${item.kind} ${item.name} in ${name}`;
  }
  const path = [namespace, name].filter(Boolean).join('/');
  return [kind ?? '(no kind)', path].filter(Boolean).join(' ');
}

const NOT_FOUND = new Set([
  'NoState',
  'NotModelled',
  'NotKept',
  'DefinedInGit',
]);

/** Whether there is anything to do or to wonder about: not what is well, paused or has no state to be told. */
export function isFinding({ health }: Row): boolean {
  return (
    health.status !== 'healthy' &&
    !NOT_FOUND.has(health.reason) &&
    !health.flags?.includes('suspended')
  );
}
