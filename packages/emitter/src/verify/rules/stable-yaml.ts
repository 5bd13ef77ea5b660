import {
  isObject,
  objectAt,
  objectsAt,
  valueAt,
} from '@socle/backstage-plugin-socle-model';
import { Path } from '../../literals/find-literals';
import { ReadDocument } from '../reading/read-file';
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
];

function notText(document: ReadDocument, at: Path, value: unknown): Found[] {
  return typeof value === 'number' || typeof value === 'boolean'
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
      MAPS.flatMap(path =>
        Object.entries(objectAt(document.value, ...path)).flatMap(
          ([key, value]) => notText(document, [...path, key], value),
        ),
      ),
    ),
    ...inContainers(repository),
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
