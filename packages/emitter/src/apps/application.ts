import { Conventions } from '../conventions/conventions';
import { AppLayout } from '../conventions/layout';
import { defined, Manifest } from '../emission/manifest';
import { AppInput } from './app-input';

const CATALOG_WORDS = [
  ['title', 'title'],
  ['description', 'description'],
  ['owner', 'owner'],
  ['lifecycle', 'lifecycle'],
  ['type', 'type'],
  ['area', 'area'],
  // `socle.dev/system` on an entity is a system of the model.
  ['system', 'catalog-system'],
  ['docs', 'docs'],
] as const;

/** What the Application of one pattern has beside what all have. */
export interface ApplicationParts {
  source?: object;
  sources?: object[];
  /** It installs CustomResourceDefinitions, which are too large for an annotation of client-side apply. */
  serverSideApply: boolean;
  /** It holds resources of kinds that other Applications install. */
  skipDryRun: boolean;
}

/** The Application that the root Application finds. */
export function application(
  input: AppInput,
  layout: AppLayout,
  parts: ApplicationParts,
  conventions: Conventions,
): Manifest {
  const { gitops, projects, waves } = conventions;
  const project = input.project ?? projects.default;
  const stateful = input.stateful === true;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: input.name,
      namespace: gitops.namespace,
      labels: { 'app.kubernetes.io/part-of': project },
      annotations: {
        'argocd.argoproj.io/sync-wave': String(
          waves[input.level ?? 'workload'],
        ),
        'argocd.argoproj.io/manifest-generate-paths': `/${layout.folder}`,
        ...saidForCatalog(input),
      },
      // Without the finalizer what runs stays when the file goes: wanted where there are data.
      ...(stateful
        ? {}
        : { finalizers: ['resources-finalizer.argocd.argoproj.io'] }),
    },
    spec: {
      project,
      ...(parts.sources
        ? { sources: parts.sources }
        : { source: parts.source }),
      destination: {
        server: gitops.destination,
        namespace: namespaceOf(input),
      },
      syncPolicy: {
        automated: { prune: !stateful, selfHeal: true },
        syncOptions: [
          // The namespace is a file of the app that has it: two owners would fight over its labels.
          'CreateNamespace=false',
          ...(parts.serverSideApply ? ['ServerSideApply=true'] : []),
          ...(parts.skipDryRun ? ['SkipDryRunOnMissingResource=true'] : []),
        ],
        retry: {
          limit: 5,
          backoff: { duration: '10s', factor: 2, maxDuration: '3m' },
        },
      },
    },
  };
}

/** What is known of the app where its Git repository is not read: the catalog takes it from the live Application. */
function saidForCatalog({
  title,
  description,
  catalog = {},
}: AppInput): Record<string, string> {
  const said = { title, description, ...catalog };
  return defined(
    Object.fromEntries(
      CATALOG_WORDS.map(([word, key]) => [`socle.dev/${key}`, said[word]]),
    ),
  ) as Record<string, string>;
}

/** The namespace of an app. */
export function namespaceOf(
  input: Pick<AppInput, 'name' | 'namespace'>,
): string {
  return input.namespace ?? input.name;
}

/** The source that renders a folder of the GitOps repository. */
export function gitopsSource(
  { gitops }: Conventions,
  more: Record<string, unknown>,
): object {
  return {
    repoURL: gitops.repository,
    targetRevision: gitops.revision,
    ...more,
  };
}

/** Leaves out of a folder what is no manifest of the app: its own Application above all. */
export function excludingOwnFiles({ gitops, catalog }: Conventions): object {
  return { exclude: `{${gitops.applicationFile},${catalog.file}}` };
}
