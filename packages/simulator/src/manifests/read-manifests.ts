import { CORE_SCHEMA, loadAll } from 'js-yaml';
import { isRecordedAnswer } from '../server/recorded-answers';
import { isFields, KubeObject } from '../storage/object';
import { replaceTimes } from './times';

/** A manifest that cannot be read; the message names the file and the document. */
export class ManifestError extends Error {}

/** The object that a document is, or those that it lists. */
export function objectsIn(document: unknown, where: string): KubeObject[] {
  if (document === null || document === undefined) return [];
  if (!isFields(document)) throw new ManifestError(`${where} is not an object`);
  // What a system beside the cluster answered lies among the manifests of a support bundle: it is no object.
  if (isRecordedAnswer(document)) return [];
  const { apiVersion, kind, metadata, items } = document;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    throw new ManifestError(`${where} has no apiVersion or no kind`);
  }
  if (Array.isArray(items) && kind.endsWith('List')) {
    // The items of a dumped PodList leave out what the list says for all of them.
    const inherited =
      kind === 'List' ? {} : { apiVersion, kind: kind.slice(0, -4) };
    return items.flatMap((item, i) =>
      objectsIn(
        isFields(item) ? { ...inherited, ...item } : item,
        `${where}, item ${i}`,
      ),
    );
  }
  if (!isFields(metadata) || typeof metadata.name !== 'string') {
    throw new ManifestError(`${where} (${kind}) has no metadata.name`);
  }
  return [
    {
      ...document,
      apiVersion,
      kind,
      metadata: { ...metadata, name: metadata.name },
    },
  ];
}

/** The objects of one YAML (or JSON) text, with `${now-5m}` and the like replaced. */
export function readManifests(
  text: string,
  file: string,
  now: number,
): KubeObject[] {
  let documents: unknown[];
  try {
    // Timestamps stay text, as they are on the wire.
    documents = loadAll(replaceTimes(text, now), undefined, {
      schema: CORE_SCHEMA,
    });
  } catch (error) {
    throw new ManifestError(
      `${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return documents.flatMap((document, i) =>
    objectsIn(document, `${file}, document ${i}`),
  );
}
