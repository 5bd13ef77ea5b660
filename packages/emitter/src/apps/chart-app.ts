import { Conventions } from '../conventions/conventions';
import { AppLayout, layoutOf, Pattern } from '../conventions/layout';
import { Built } from '../emission/definition';
import { EmittedFile, ExistingFiles, Refusal } from '../emission/emission';
import { Manifest, yamlText } from '../emission/manifest';
import { component } from '../catalog/component';
import { findLiterals } from '../literals/find-literals';
import { hostOf } from '../network/http-route';
import { secretName } from '../secrets/external-secret';
import { usedSecrets } from '../secrets/used-names';
import { appRefusals } from './app-checks';
import { AppInput, ChartAppInput, ChartInput } from './app-input';
import { orderOf } from './app-order';
import { namespaceOf } from './application';
import { Companion, companionsOf } from './companions';
import { valuesWithSecrets } from './values';

/** How charts label their pods, unless told otherwise. */
export function chartPodLabels(input: AppInput): Record<string, string> {
  return input.podLabels ?? { 'app.kubernetes.io/instance': input.name };
}

/** The companions of a chart. */
export function chartCompanions(
  input: ChartAppInput,
  conventions: Conventions,
): Companion[] {
  return companionsOf(
    input,
    chartPodLabels(input),
    input.podSecurity ?? 'baseline',
    conventions,
  );
}

/** What the schema cannot say of an app of a chart. */
export function chartAppRefusals(
  input: ChartAppInput,
  conventions: Conventions,
  existing: ExistingFiles,
): Refusal[] {
  const { values, refusals } = valuesWithSecrets(input);
  const own = new Set(
    (input.secrets ?? []).map(({ purpose }) => secretName(input.name, purpose)),
  );
  const literals = findLiterals(input.values ?? {}, own).map(
    ({ path, what }) => ({
      field: `values.${path.join('.')}`,
      problem: what,
      allowed:
        'No value of a secret: list it under secrets and say where its name goes.',
    }),
  );
  const unknown = usedSecrets(values)
    .filter(({ name }) => !own.has(name) && !isMade(name, existing))
    .map(({ name, path }) => ({
      field: `values.${path.join('.')}`,
      problem: `Nothing makes the Secret ${name}.`,
      allowed: 'A Secret of the list of secrets.',
    }));
  return [
    ...appRefusals(input, conventions),
    ...chartRefusals(input.chart),
    ...literals,
    ...unknown,
    ...refusals,
  ];
}

function chartRefusals(chart: ChartInput): Refusal[] {
  const fromGit = chart.path !== undefined || chart.revision !== undefined;
  const wanted = fromGit ? ['path', 'revision'] : ['name', 'version'];
  const unwanted = fromGit ? ['name', 'version'] : [];
  const has = (field: string) => chart[field as keyof ChartInput] !== undefined;
  const refusals = wanted
    .filter(field => !has(field))
    .map(field => ({
      field: `chart.${field}`,
      problem: 'It is missing.',
      allowed:
        'name and version of a chart, or path and revision in a Git repository.',
    }));
  for (const field of unwanted.filter(has)) {
    refusals.push({
      field: `chart.${field}`,
      problem: 'A chart of a Git repository has none.',
      allowed: 'path and revision alone.',
    });
  }
  if (fromGit && chart.repository.startsWith('oci://')) {
    refusals.push({
      field: 'chart.repository',
      problem: 'An OCI repository has no folders.',
      allowed: 'An address that begins with https://.',
    });
  }
  return refusals;
}

/** Whether a file that is there makes a Secret: an ExternalSecret, or an operator that leaves one behind. */
function isMade(name: string, existing: ExistingFiles): boolean {
  for (const content of existing.values()) {
    const cluster = name.replace(/-(app|superuser)$/, '');
    const made =
      (content.includes('kind: ExternalSecret') && content.includes(name)) ||
      (cluster !== name &&
        content.includes('postgresql.cnpg.io/') &&
        content.includes(`name: ${cluster}`));
    if (made) {
      return true;
    }
  }
  return false;
}

/** The source of an external chart. An OCI repository is named without its scheme there. */
export function chartSource(chart: ChartInput, helm: object): object {
  return chart.path
    ? {
        repoURL: chart.repository,
        targetRevision: chart.revision,
        path: chart.path,
        helm,
      }
    : {
        repoURL: chart.repository.replace(/^oci:\/\//, ''),
        chart: chart.name,
        targetRevision: chart.version,
        helm,
      };
}

/** Puts the files of an app together. */
export function appFiles(
  input: AppInput,
  pattern: Pattern,
  conventions: Conventions,
  parts: {
    application: (layout: AppLayout) => Manifest;
    workload: string;
    companions: Companion[];
    more: (layout: AppLayout) => EmittedFile[];
  },
): Built {
  const layout = layoutOf(input.name, pattern, conventions);
  const { workload, companions } = parts;
  return {
    files: [
      {
        path: layout.application,
        content: yamlText(
          parts.application(layout),
          `${input.name}, pattern ${pattern}. The root Application finds this file by its name.`,
        ),
        why: 'What Argo CD deploys, from where and to where.',
      },
      ...parts.more(layout),
      ...companions.map(({ file, manifest, why }) => ({
        path: `${layout.companions}/${file}`,
        content: yamlText(manifest, why),
        why,
      })),
      ...(input.catalog
        ? [
            {
              path: layout.catalog,
              content: yamlText(component(input, conventions)),
              why: 'The app in the software catalog, with its owner.',
            },
          ]
        : []),
    ],
    order: orderOf(input, workload, companions, conventions),
    folder: layout.folder,
    hosts: input.route
      ? [hostOf(input.name, input.route, conventions)]
      : undefined,
    namespaces:
      input.ownsNamespace === false ? undefined : [namespaceOf(input)],
  };
}
