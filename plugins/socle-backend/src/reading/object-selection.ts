import { select, SelectedKeys, Selection } from './selection';

/** What every kind keeps, whatever it reads. */
const BASICS = [
  ['name'],
  ['namespace'],
  ['creationTimestamp'],
  ['deletionTimestamp'],
  ['deletionGracePeriodSeconds'],
  ['finalizers'],
  ['generation'],
  ...['apiVersion', 'kind', 'name', 'uid', 'controller'].map(field => [
    'ownerReferences',
    field,
  ]),
];

/** Those of which each object has its own. */
const UNIQUE = [['uid'], ['resourceVersion']];

/** Maps whose keys hold dots: below them the rest of a path is one key. */
const DOTTED = new Set([
  'metadata.labels',
  'metadata.annotations',
  'data',
  'binaryData',
  'stringData',
]);

/**
 * The parts of an object that are parsed. With `reads`: these paths, the metadata that every kind keeps, and whether
 * there is a status. Without: everything but `metadata.managedFields`. Where only metadata is read, nothing else is
 * ever looked at, and annotations only by name: they can hold a copy of a secret's values.
 */
export function objectSelection(of: {
  reads?: readonly string[];
  needsManagedFields?: boolean;
  metadataOnly?: boolean;
}): Selection {
  const root = new SelectedKeys();
  for (const path of BASICS) {
    select(root, ['metadata', ...path]);
  }
  for (const path of UNIQUE) {
    select(root, ['metadata', ...path], 'unique');
  }
  if (of.reads) {
    const status = new SelectedKeys('none', true);
    status.set('observedGeneration', 'all');
    if (!of.metadataOnly) {
      root.set('status', status);
    }
    for (const read of of.reads) {
      const path = pathOf(read);
      if (!of.metadataOnly || path[0] === 'metadata') {
        select(root, path);
      }
    }
    root.spreadRest();
  } else {
    root.rest = of.metadataOnly ? 'none' : 'all';
    root.set('metadata', 'all');
  }
  let metadata = root.get('metadata');
  if (!(metadata instanceof SelectedKeys)) {
    metadata = new SelectedKeys('all');
    if (of.metadataOnly) {
      metadata.set('annotations', 'none');
    }
    root.set('metadata', metadata);
  }
  metadata.set('managedFields', of.needsManagedFields ? 'all' : 'none');
  // The watch knows them, and the items of a list of a built-in kind do not name theirs.
  root.set('apiVersion', 'none');
  root.set('kind', 'none');
  return root;
}

/** `spec.containers.image`; `metadata.annotations.example.com/owner` and `metadata.annotations['example.com/owner']`. */
export function pathOf(read: string): string[] {
  const quoted = /^(.*?)\[['"](.*)['"]\](?:\.(.*))?$/.exec(read);
  if (quoted) {
    const [, before, key, after] = quoted;
    return [...before.split('.'), key, ...(after ? after.split('.') : [])];
  }
  const parts = read.replace(/\[\]/g, '').split('.');
  for (let length = 1; length <= 2 && length < parts.length; length++) {
    if (DOTTED.has(parts.slice(0, length).join('.'))) {
      return [...parts.slice(0, length), parts.slice(length).join('.')];
    }
  }
  return parts;
}
