import { objectAt } from '@socle/backstage-plugin-socle-model';
import { Path } from '../../literals/find-literals';
import { usedSecrets } from '../../secrets/used-names';
import { App } from '../reading/application';
import { ReadDocument } from '../reading/read-file';
import { Repository } from '../reading/repository';
import { isTemplated } from '../reading/templates';
import { Found, Rule } from '../rule';
import { madeSecrets } from './made-secrets';

interface Use {
  document: ReadDocument;
  at: Path;
  name: string;
}

function usesOf(app: App, repository: Repository): Use[] {
  const inManifests = app.objects.flatMap(document =>
    document.value.kind === 'ExternalSecret'
      ? []
      : usedSecrets(document.value).map(({ name, path }) => ({
          document,
          at: path,
          name,
        })),
  );
  const inValues = repository.values
    .filter(values => values.app === app)
    .flatMap(({ document, at, values, embedded }) =>
      usedSecrets(values).map(({ name, path }) => ({
        document,
        at: embedded ? at : [...at, ...path],
        name,
      })),
    );
  return [...inManifests, ...inValues].filter(
    ({ name }) => !isTemplated(name.toUpperCase()),
  );
}

/** What operators that are installed by a chart leave behind under fixed names. */
const BY_OPERATORS =
  /^(rook-(ceph|csi)-.+|argocd-(initial-admin-)?secret|cilium-ca|hubble-.+-certs)$/;

/** Check 4: every Secret that is named is made. */
export const secretNotMade: Rule = {
  code: 'SecretNotMade',
  check: 4,
  severity: 'warning',
  title: 'Every Secret that values or manifests name is made by something.',
  find: repository => {
    const { names } = madeSecrets(repository);
    return repository.apps
      .filter(({ complete }) => complete)
      .flatMap(app => usesOf(app, repository))
      .filter(({ name }) => !names.has(name) && !BY_OPERATORS.test(name))
      .map(
        ({ document, at, name }): Found => ({
          document,
          at,
          message: `Nothing here makes the Secret ${name}.`,
          fix: `Add an ExternalSecret with the target ${name}, or name the Secret that an operator makes.`,
        }),
      );
  },
};

/** Check 4: every Secret that is made is named. */
export const secretNotUsed: Rule = {
  code: 'SecretNotUsed',
  check: 4,
  severity: 'warning',
  title: 'Every Secret that an ExternalSecret makes is used.',
  find: repository => {
    const { byExternalSecret } = madeSecrets(repository);
    if (byExternalSecret.length === 0) {
      return [];
    }
    const words = wordsOf(repository);
    return byExternalSecret.flatMap(({ document, name }): Found[] => {
      const app = repository.appOf.get(document);
      return app?.complete &&
        !words.has(name) &&
        !isTemplated(name) &&
        !isForArgoCd(document)
        ? [
            {
              document,
              at: ['metadata', 'name'],
              message: `Nothing here names the Secret ${name}.`,
              fix: `Name ${name} in the values of the chart or in a pod template, or remove the ExternalSecret.`,
            },
          ]
        : [];
    });
  },
};

/** Argo CD finds these by their label. */
function isForArgoCd({ value }: ReadDocument): boolean {
  return [
    ['metadata', 'labels'],
    ['spec', 'target', 'template', 'metadata', 'labels'],
  ].some(path =>
    Object.hasOwn(objectAt(value, ...path), 'argocd.argoproj.io/secret-type'),
  );
}

/** All words of all documents that could name a Secret. */
function wordsOf({ tree }: Repository): Set<string> {
  const words = new Set<string>();
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (/^[a-z0-9.-]+$/.test(value)) {
        words.add(value);
      } else {
        value.split(/[^A-Za-z0-9.-]+/).forEach(word => words.add(word));
      }
    } else if (typeof value === 'object' && value !== null) {
      if (!seen.has(value)) {
        seen.add(value);
        Object.values(value).forEach(visit);
      }
    }
  };
  for (const { value } of tree.documents()) {
    if (value.kind !== 'ExternalSecret') {
      visit(isManifestLike(value) ? { ...value, metadata: undefined } : value);
    }
  }
  return words;
}

function isManifestLike(value: Record<string, unknown>): boolean {
  return typeof value.kind === 'string' && typeof value.metadata === 'object';
}
