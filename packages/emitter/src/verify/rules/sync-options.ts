import {
  booleanAt,
  isObject,
  objectAt,
  stringAt,
  stringsAt,
} from '@socle/backstage-plugin-socle-model';
import { Path } from '../../literals/find-literals';
import { App } from '../reading/application';
import { ReadDocument } from '../reading/read-file';
import { Found, Rule, titleOf } from '../rule';

function hasOption(app: App, option: string): boolean {
  return stringsAt(
    app.document.value,
    'spec',
    'syncPolicy',
    'syncOptions',
  ).includes(option);
}

function optionsOf({ value }: ReadDocument): string[] {
  return (
    stringAt(
      objectAt(value, 'metadata', 'annotations'),
      'argocd.argoproj.io/sync-options',
    ) ?? ''
  )
    .split(',')
    .map(one => one.trim());
}

function optionsPath(app: App): Path {
  const policy = objectAt(app.document.value, 'spec', 'syncPolicy');
  return Array.isArray(policy.syncOptions)
    ? ['spec', 'syncPolicy', 'syncOptions']
    : ['spec', 'syncPolicy'];
}

const CRD_SWITCHES = /^(installCRDs?|includeCRDs|createCRDs?|crds?Enabled)$/i;

/** A switch of a chart's values that makes it install CRDs. */
function installsCrds(values: unknown, depth = 0): boolean {
  if (!isObject(values) || depth > 3) {
    return false;
  }
  return Object.entries(values).some(
    ([key, inner]) =>
      (CRD_SWITCHES.test(key) && inner === true) ||
      (/^crds?$/i.test(key) &&
        ['enabled', 'install', 'create'].some(
          name => booleanAt(inner, name) === true,
        )) ||
      installsCrds(inner, depth + 1),
  );
}

/** Check 11: CRDs are applied on the server, as they are too large for the annotation of the other way. */
export const serverSideApplyMissing: Rule = {
  code: 'ServerSideApplyMissing',
  check: 11,
  severity: 'warning',
  title: 'Applications with CustomResourceDefinitions apply on the server.',
  find: repository =>
    repository.apps
      .filter(app => !hasOption(app, 'ServerSideApply=true'))
      .filter(
        app =>
          app.objects.some(
            object =>
              object.value.kind === 'CustomResourceDefinition' &&
              !optionsOf(object).includes('ServerSideApply=true'),
          ) ||
          repository.values.some(
            one => one.app === app && installsCrds(one.values),
          ),
      )
      .map(app => ({
        document: app.document,
        at: optionsPath(app),
        message: `${app.name} installs CustomResourceDefinitions, which may be too large for client-side apply.`,
        fix: 'Add ServerSideApply=true to syncPolicy.syncOptions.',
      })),
};

const BUILT_IN =
  /^(v1|[a-z]+\/v\d\w*|[a-z0-9.-]+\.k8s\.io\/v\d\w*|argoproj\.io\/.*|kustomize\.config\.k8s\.io\/.*)$/;
const CUSTOM_K8S =
  /^(gateway\.networking|snapshot\.storage|metrics)\.k8s\.io\//;

/** Check 11: the dry run is skipped where kinds come from elsewhere. */
export const dryRunSkipMissing: Rule = {
  code: 'DryRunSkipMissing',
  check: 11,
  severity: 'note',
  title: 'Resources of kinds that other Applications install skip the dry run.',
  find: repository =>
    repository.apps
      .filter(app => !hasOption(app, 'SkipDryRunOnMissingResource=true'))
      .flatMap((app): Found[] => {
        const custom = app.objects.find(object => {
          const version = String(object.value.apiVersion);
          return (
            (!BUILT_IN.test(version) || CUSTOM_K8S.test(version)) &&
            !optionsOf(object).includes('SkipDryRunOnMissingResource=true')
          );
        });
        return custom
          ? [
              {
                document: app.document,
                at: optionsPath(app),
                message: `On a new cluster the sync of ${
                  app.name
                } fails until the kind of ${titleOf(custom)} is there.`,
                fix: 'Add SkipDryRunOnMissingResource=true to syncPolicy.syncOptions, or to the object.',
              },
            ]
          : [];
      }),
};

const STATEFUL: Record<string, RegExp> = {
  PersistentVolumeClaim: /^v1$/,
  PersistentVolume: /^v1$/,
  Namespace: /^v1$/,
  Cluster: /^postgresql\.cnpg\.io\//,
  Kafka: /^kafka\.strimzi\.io\//,
  KafkaNodePool: /^kafka\.strimzi\.io\//,
  TidbCluster: /^pingcap\.com\//,
  CephCluster: /^ceph\.rook\.io\//,
  CephBlockPool: /^ceph\.rook\.io\//,
  CephFilesystem: /^ceph\.rook\.io\//,
  CephObjectStore: /^ceph\.rook\.io\//,
  ObjectBucketClaim: /^objectbucket\.io\//,
  Volume: /^longhorn\.io\//,
  Elasticsearch: /^elasticsearch\.k8s\.elastic\.co\//,
  RabbitmqCluster: /^rabbitmq\.com\//,
  MariaDB: /^k8s\.mariadb\.com\//,
  postgresql: /^acid\.zalan\.do\//,
  PostgresCluster: /^postgres-operator\.crunchydata\.com\//,
};

/** Check 12: what holds data is not deleted with its file. */
export const statefulPruned: Rule = {
  code: 'StatefulPruned',
  check: 12,
  severity: 'warning',
  title: 'What holds data carries Prune=false or Prune=confirm.',
  find: repository =>
    repository.manifests.flatMap((document): Found[] => {
      const { value } = document;
      const kind = String(value.kind);
      const isStateful =
        Object.hasOwn(STATEFUL, kind) &&
        STATEFUL[kind].test(String(value.apiVersion));
      const app = repository.appOf.get(document);
      const pruned =
        app === undefined ||
        booleanAt(
          app.document.value,
          'spec',
          'syncPolicy',
          'automated',
          'prune',
        ) === true;
      const options = [
        ...optionsOf(document),
        ...stringsAt(app?.document.value, 'spec', 'syncPolicy', 'syncOptions'),
      ];
      if (
        !isStateful ||
        !pruned ||
        options.some(one => /^Prune=(false|confirm)$/.test(one)) ||
        (app === undefined && repository.apps.length === 0)
      ) {
        return [];
      }
      const wanted =
        kind === 'Namespace' ? 'Prune=confirm,Delete=confirm' : 'Prune=false';
      return [
        {
          document,
          at: ['metadata'],
          message: `${titleOf(
            document,
          )} is deleted with its file, and its data with it.`,
          fix: `Add the annotation argocd.argoproj.io/sync-options: ${wanted}.`,
        },
      ];
    }),
};
