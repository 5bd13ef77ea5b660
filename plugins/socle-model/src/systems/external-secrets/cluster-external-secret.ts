import { defineKind } from '../../definition/kind';
import { Condition, conditionsAt } from '../../reading/conditions';
import {
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import {
  CLUSTER_EXTERNAL_SECRET_REASONS,
  judgeClusterExternalSecret,
} from './cluster-external-secret-health';
import { GROUP, storeAt, storeLink } from './store-ref';

export type ClusterExternalSecretFacts = {
  externalSecretName: string;
  /** Only a ClusterSecretStore can be linked from here: a SecretStore is another one in each namespace. */
  store?: string;
  provisioned: string[];
  failedNamespaces: Array<{ namespace: string; reason: string }>;
  /** The condition that holds; see {@link stateOf}. */
  state?: Condition;
};

export const clusterExternalSecret = defineKind<ClusterExternalSecretFacts>({
  group: GROUP,
  kind: 'ClusterExternalSecret',
  plural: 'clusterexternalsecrets',
  versions: ['v1', 'v1beta1'],
  namespaced: false,
  reads: [
    'spec.externalSecretName',
    'spec.externalSecretSpec.secretStoreRef',
    'status',
  ],
  project,
  links: ({ facts, meta }) =>
    facts.store?.startsWith('ClusterSecretStore/')
      ? [storeLink(facts.store, meta.namespace)]
      : [],
  health: judgeClusterExternalSecret,
  reasons: CLUSTER_EXTERNAL_SECRET_REASONS,
  shows: ['externalSecretName', 'store'],
});

function project(raw: RawObject): ClusterExternalSecretFacts {
  const store = storeAt(
    objectAt(raw, 'spec', 'externalSecretSpec', 'secretStoreRef'),
  );
  const state = stateOf(conditionsAt(raw));
  return {
    externalSecretName:
      stringAt(raw, 'status', 'externalSecretName') ??
      stringAt(raw, 'spec', 'externalSecretName') ??
      stringAt(raw, 'metadata', 'name') ??
      '',
    ...(store ? { store } : {}),
    provisioned: stringsAt(raw, 'status', 'provisionedNamespaces'),
    failedNamespaces: objectsAt(raw, 'status', 'failedNamespaces').map(one => ({
      namespace: stringAt(one, 'namespace') ?? '',
      reason: stringAt(one, 'reason') ?? '',
    })),
    ...(state ? { state } : {}),
  };
}

const OLD_TYPES = ['PartiallyReady', 'NotReady'];

/** Operators up to 0.8 appended one of three types at each change: there the last entry is the state. */
function stateOf(conditions: Condition[]): Condition | undefined {
  const old = conditions.some(one => OLD_TYPES.includes(one.type));
  return old
    ? conditions
        .filter(one => one.type === 'Ready' || OLD_TYPES.includes(one.type))
        .at(-1)
    : conditions.find(one => one.type === 'Ready');
}
