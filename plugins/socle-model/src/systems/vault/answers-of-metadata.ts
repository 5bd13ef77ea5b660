import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import {
  isObject,
  objectAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { picked } from './answers';
import { decoded } from './answers-of-access';
import { vaultObject } from './instance';
import { MOST_NAMES } from './secret-folder';

/** `<mount>/metadata/<path>`; sys and auth have calls of other kinds. */
export const METADATA_PATH =
  /^\/v1\/(?!sys\/|auth\/)([^?]+?)\/metadata(?:\/([^?]*))?$/;

/** The names in a folder, or the versions of one secret. Nothing else of the answer is taken. */
export function readMetadata(
  { path, body, httpStatus, query }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const found = METADATA_PATH.exec(path);
  if (!found) {
    return undefined;
  }
  const mount = decodedPath(found[1]);
  const at = decodedPath(found[2] ?? '');
  const data = objectAt(body, 'data');
  if (Array.isArray(data.keys)) {
    return folder(target, mount, at, stringsAt(data, 'keys'));
  }
  if (isObject(data.versions) && at !== '') {
    return { subject: secret(target, mount, at, versionsOf(data), data) };
  }
  if (httpStatus === 404 && isNothing(body)) {
    const asksFolder =
      at === '' ||
      (found[2] ?? '').endsWith('/') ||
      query.get('list') === 'true';
    return asksFolder
      ? folder(target, mount, at, [])
      : { subject: secret(target, mount, at, { missing: true }) };
  }
  return undefined;
}

/** Vault says "nothing here" by an empty list of errors, and that there is no such mount by "no handler for route". */
function isNothing(body: unknown): boolean {
  const errors = valueAt(body, 'errors');
  return (
    Array.isArray(errors) &&
    errors.every(one => /^no handler for route\b/.test(String(one)))
  );
}

/** `<mount>/subkeys/<path>`: of it only the state of the version is taken. */
export const SUBKEYS_PATH =
  /^\/v1\/(?!sys\/|auth\/)([^?]+?)\/subkeys\/([^?]+)$/;

export function readSubkeys(
  { path, body, query }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const found = SUBKEYS_PATH.exec(path);
  const metadata = objectAt(body, 'data', 'metadata');
  // An older version says nothing of the newest.
  if (!found || query.has('version') || !('version' in metadata)) {
    return undefined;
  }
  return {
    subject: secret(target, decodedPath(found[1]), decodedPath(found[2]), {
      ...picked(metadata, {
        version: 'currentVersion',
        created_time: 'updated',
        deletion_time: 'deletion',
        destroyed: 'destroyed',
      }),
    }),
  };
}

function folder(
  target: ProbeTarget,
  mount: string,
  path: string,
  names: string[],
): ProbeReading {
  const inside = names
    .slice(0, MOST_NAMES)
    .filter(name => name !== '' && name !== '/')
    .map(name => {
      const at = `${path ? `${path}/` : ''}${name.replace(/\/+$/, '')}`;
      return name.endsWith('/')
        ? folderObject(target, mount, at)
        : secret(target, mount, at);
    });
  return {
    subject: folderObject(target, mount, path, { names }),
    items: inside,
  };
}

function folderObject(
  target: ProbeTarget,
  mount: string,
  path: string,
  status?: RawObject,
): RawObject {
  return vaultObject(
    target,
    'SecretFolder',
    path ? `${mount}/${path}` : mount,
    { mount, path },
    status,
  );
}

function secret(
  target: ProbeTarget,
  mount: string,
  path: string,
  status?: RawObject,
  data?: RawObject,
): RawObject {
  return vaultObject(
    target,
    'SecretPath',
    `${mount}/${path}`,
    { mount, path },
    status,
    stringAt(data, 'created_time'),
  );
}

function versionsOf(data: RawObject): RawObject {
  const versions = objectAt(data, 'versions');
  const current = valueAt(data, 'current_version');
  const newest = objectAt(versions, String(current));
  return {
    versions: Object.keys(versions).length,
    ...picked(data, {
      current_version: 'currentVersion',
      max_versions: 'maxVersions',
      updated_time: 'updated',
    }),
    ...picked(newest, { deletion_time: 'deletion', destroyed: 'destroyed' }),
    ...picked(objectAt(data, 'custom_metadata'), { 'managed-by': 'managedBy' }),
  };
}

function decodedPath(path: string): string {
  return path.split('/').filter(Boolean).map(decoded).join('/');
}
