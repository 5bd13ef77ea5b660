import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { at, isFields, KubeObject } from '../../storage/object';
import { fitsGlob } from './glob';

export interface SourceFile {
  /** From the folder of the source. */
  path: string;
  text: string;
}

/** Which files of a folder are manifests, as `directory` of a source says. */
export function manifestFiles(
  files: SourceFile[],
  directory: unknown,
): SourceFile[] {
  const recurse = at(directory, 'recurse') === true;
  const include = at(directory, 'include');
  const exclude = at(directory, 'exclude');
  return files.filter(
    ({ path }) =>
      /\.(ya?ml|json)$/.test(path) &&
      (recurse || !path.includes('/')) &&
      !(typeof exclude === 'string' && exclude && fitsGlob(exclude, path)) &&
      (typeof include !== 'string' || !include || fitsGlob(include, path)),
  );
}

/** The objects of one file. What is no manifest at all is passed over; broken YAML that looks like one is an error. */
export function objectsOf({ path, text }: SourceFile): KubeObject[] {
  let documents: unknown[];
  try {
    documents = loadAll(text, undefined, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!/^apiVersion:/m.test(text) || !/^kind:/m.test(text)) return [];
    const why = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new Error(`Failed to unmarshal "${path}": ${why}`);
  }
  return documents.flatMap(document => {
    const items = at(document, 'items');
    return Array.isArray(items) && /List$/.test(String(at(document, 'kind')))
      ? items.filter(isObject)
      : [document].filter(isObject);
  });
}

function isObject(document: unknown): document is KubeObject {
  return (
    isFields(document) &&
    typeof document.apiVersion === 'string' &&
    typeof document.kind === 'string' &&
    typeof at(document, 'metadata', 'name') === 'string'
  );
}
