import {
  isObject,
  objectAt,
  objectsAt,
  valueAt,
} from '@socle/backstage-plugin-socle-model';
import { Path } from '../../literals/find-literals';
import { isPlainIn, ReadDocument } from '../reading/read-file';
import { Repository } from '../reading/repository';
import { Found, Rule } from '../rule';
import { containersOf, podTemplates } from './pod-templates';

const MAPS: ReadonlyArray<readonly string[]> = [
  ['metadata', 'annotations'],
  ['metadata', 'labels'],
  ['spec', 'template', 'metadata', 'annotations'],
  ['spec', 'template', 'metadata', 'labels'],
  ['spec', 'selector', 'matchLabels'],
  ['spec', 'template', 'spec', 'nodeSelector'],
  ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'annotations'],
  ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels'],
];

/** Maps of texts that only some kinds have. */
const OF_KINDS: Readonly<Record<string, ReadonlyArray<readonly string[]>>> = {
  ConfigMap: [['data']],
  Secret: [['stringData']],
};

/** Words that are true or false to who reads YAML as Kubernetes does, and texts to others. */
const YES_OR_NO = /^(y|yes|on|n|no|off)$/i;

function notText(document: ReadDocument, at: Path, value: unknown): Found[] {
  const boolean =
    typeof value === 'boolean' ||
    (typeof value === 'string' &&
      YES_OR_NO.test(value) &&
      isPlainIn(document, at));
  return typeof value === 'number' || boolean
    ? [
        {
          document,
          at,
          message: `${at[at.length - 1]} is read as ${
            typeof value === 'number' ? 'a number' : 'true or false'
          }, where a text is wanted.`,
          fix: `Put it in quotes: "${String(
            value,
          )}"; look at the file for what was written, such as 1.10.`,
        },
      ]
    : [];
}

/** Check 13: texts that look like numbers are quoted. */
export const textNotQuoted: Rule = {
  code: 'TextNotQuoted',
  check: 13,
  severity: 'error',
  title: 'Texts that look like numbers or booleans are quoted.',
  find: repository => [
    ...repository.manifests.flatMap(document =>
      [...MAPS, ...mapsOf(document)].flatMap(path =>
        Object.entries(objectAt(document.value, ...path)).flatMap(
          ([key, value]) => notText(document, [...path, key], value),
        ),
      ),
    ),
    ...inContainers(repository),
    ...inImageTags(repository),
    ...repository.apps.flatMap(({ document, sources }) =>
      sources.flatMap(({ raw, at }) => [
        ...notText(
          document,
          [...at, 'targetRevision'],
          valueAt(raw, 'targetRevision'),
        ),
        ...objectsAt(raw, 'helm', 'parameters').flatMap((one, index) =>
          notText(
            document,
            [...at, 'helm', 'parameters', index, 'value'],
            one.value,
          ),
        ),
      ]),
    ),
    ...repository.charts.flatMap(document => [
      ...notText(document, ['version'], document.value.version),
      ...notText(document, ['appVersion'], document.value.appVersion),
      ...objectsAt(document.value, 'dependencies').flatMap((one, index) =>
        notText(document, ['dependencies', index, 'version'], one.version),
      ),
    ]),
  ],
};

function inContainers(repository: Repository): Found[] {
  return podTemplates(repository).flatMap(template =>
    containersOf(template).flatMap(({ container, at }) =>
      (Array.isArray(container.env) ? container.env : []).flatMap(
        (one, index) =>
          isObject(one)
            ? notText(
                template.document,
                [...at, 'env', index, 'value'],
                one.value,
              )
            : [],
      ),
    ),
  );
}

function mapsOf({ value }: ReadDocument): ReadonlyArray<readonly string[]> {
  const kind = String(value.kind);
  return value.apiVersion === 'v1' && Object.hasOwn(OF_KINDS, kind)
    ? OF_KINDS[kind]
    : [];
}

/** A tag such as 1.10 that is read as the number 1.1 names another image. */
function inImageTags({ values }: Repository): Found[] {
  const found: Found[] = [];
  const seen = new Set<object>();
  const visit = (
    at: unknown,
    path: Path,
    take: (map: Record<string, unknown>, path: Path) => void,
  ): void => {
    if (typeof at !== 'object' || at === null || seen.has(at)) {
      return;
    }
    seen.add(at);
    if (isObject(at)) {
      take(at, path);
    }
    Object.entries(at).forEach(([key, inner]) =>
      visit(inner, [...path, Array.isArray(at) ? Number(key) : key], take),
    );
  };
  for (const { document, at, values: given, embedded } of values) {
    visit(given, at, (map, path) => {
      if (typeof map.repository === 'string') {
        const [tag] = notText(document, [...path, 'tag'], map.tag);
        if (tag) {
          found.push(embedded ? { ...tag, at } : tag);
        }
      }
    });
  }
  return found;
}
