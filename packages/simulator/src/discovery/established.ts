import {
  Fields,
  fieldsAt,
  KubeObject,
  listAt,
  textAt,
} from '../storage/object';

function condition(
  type: string,
  reason: string,
  message: string,
  now: string,
): Fields {
  return { type, status: 'True', reason, message, lastTransitionTime: now };
}

/** The status that the apiextensions controller gives a definition; undefined where it has one. */
export function establishedStatus(
  definition: KubeObject,
  now: string,
): Fields | undefined {
  if (listAt(definition, 'status', 'conditions').length > 0) return undefined;
  const stored = listAt(definition, 'spec', 'versions').find(
    version => fieldsAt({ version }, 'version').storage === true,
  );
  const kind = textAt(definition, 'spec', 'names', 'kind');
  return {
    acceptedNames: {
      listKind: `${kind}List`,
      ...fieldsAt(definition, 'spec', 'names'),
    },
    conditions: [
      condition('NamesAccepted', 'NoConflicts', 'no conflicts found', now),
      condition(
        'Established',
        'InitialNamesAccepted',
        'the initial names have been accepted',
        now,
      ),
    ],
    storedVersions: [textAt(stored, 'name')],
  };
}
