import {
  isKubernetesObject,
  isObject,
  numberAt,
  objectAt,
  RawObject,
  RecordedAnswer,
  requestTarget,
  stringAt,
  valueAt,
} from '@socle/backstage-plugin-socle-model';

/** Where something stands: `document` counts from 0, `line` is the line that the document begins at. */
export interface Place {
  file: string;
  document: number;
  line: number;
}

/** One thing of the input that gets a row of its own. */
export type Entry =
  | (Place & { is: 'object'; raw: RawObject })
  | (Place & { is: 'httpAnswer'; path: string; recorded: RecordedAnswer })
  | (Place & { is: 'unreadable'; message: string; named: Named });

/** What could be made out of something that is not readable as a whole. */
export interface Named {
  apiVersion?: string;
  kind?: string;
  namespace?: string;
  name?: string;
}

/** How deep lists may stand in lists. */
const MAX_LISTS = 4;

/** What a parsed document holds; nothing where it is neither an object of the API nor a recorded answer. */
export function entriesOf(value: unknown, place: Place, depth = 0): Entry[] {
  if (Array.isArray(value)) {
    return depth < MAX_LISTS
      ? value.flatMap(item => entriesOf(item, place, depth + 1))
      : [];
  }
  if (!isObject(value)) {
    return [];
  }
  if (isList(value)) {
    return listEntries(value, place, depth);
  }
  const raw: RawObject = value;
  if (isKubernetesObject(raw)) {
    return [{ ...place, is: 'object', raw }];
  }
  const request = stringAt(value, 'request');
  if (request && ('httpStatus' in value || 'body' in value)) {
    const httpStatus = numberAt(value, 'httpStatus');
    return [
      {
        ...place,
        is: 'httpAnswer',
        path: pathOf(request),
        recorded: {
          request,
          ...(httpStatus === undefined ? {} : { httpStatus }),
          body: valueAt(value, 'body'),
        },
      },
    ];
  }
  if (isObject(value.metadata) && ('kind' in value || 'apiVersion' in value)) {
    const missing = stringAt(value, 'kind') ? 'apiVersion' : 'kind';
    return [unreadable(value, place, `it has no readable ${missing}`)];
  }
  return [];
}

function isList(value: RawObject): boolean {
  return (
    Array.isArray(value.items) &&
    (stringAt(value, 'kind')?.endsWith('List') ?? false)
  );
}

/** Items of a typed list need not name their kind: it is that of the list. */
function listEntries(list: RawObject, place: Place, depth: number): Entry[] {
  const ofItems = stringAt(list, 'kind')!.slice(0, -'List'.length);
  const apiVersion = stringAt(list, 'apiVersion');
  return (list.items as unknown[]).flatMap(item => {
    if (!isObject(item)) {
      return [unreadable({}, place, 'an item of the list is no object')];
    }
    const named =
      ofItems && !('kind' in item)
        ? { apiVersion, kind: ofItems, ...item }
        : item;
    return depth < MAX_LISTS ? entriesOf(named, place, depth + 1) : [];
  });
}

function unreadable(value: RawObject, place: Place, message: string): Entry {
  const metadata = objectAt(value, 'metadata');
  return {
    ...place,
    is: 'unreadable',
    message,
    named: {
      apiVersion: stringAt(value, 'apiVersion'),
      kind: stringAt(value, 'kind'),
      namespace: stringAt(metadata, 'namespace'),
      name: stringAt(metadata, 'name'),
    },
  };
}

/** `GET /v1/sys/health` and `GET https://host/v1/sys/health` both have the path `/v1/sys/health`. */
function pathOf(request: string): string {
  const { path, search } = requestTarget(request);
  return `${path}${search}`;
}
