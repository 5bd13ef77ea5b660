import { defineKind } from '../../definition/kind';
import { KindDefinition } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { endpointKey, endpointOf } from '../../definition/probe';
import { condition, conditionsAt } from '../../reading/conditions';
import {
  isObject,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { credentialsOf } from './store-credentials';
import { judgeStore, storeReasons } from './secret-store-health';
import { GROUP } from './store-ref';

export type SecretStoreFacts = {
  /** The provider's word in the API: `vault`, `aws`, `kubernetes` … */
  provider?: string;
  server?: string;
  /** Mount of the KV engine. */
  path?: string;
  /** `v1` or `v2` of the KV engine. */
  kvVersion?: string;
  vaultNamespace?: string;
  /** How it logs in: `kubernetes`, `appRole`, `tokenSecretRef` … */
  auth?: string;
  role?: string;
  authMount?: string;
  /** `namespace/name`; without a namespace it is looked up where the store is used. */
  serviceAccount?: string;
  /** Secrets that hold its credentials, `namespace/name`. */
  credentials: string[];
  /** Credentials come from each namespace that uses the store: it cannot be tested by itself. */
  referent?: true;
  capabilities?: string;
  /** The operator's class that has to look after it. */
  controller?: string;
  /** Namespaces that may use it, where restricted. */
  namespaces?: string[];
  /** No pattern or selector lets in others beside those named. */
  onlyNamed?: true;
  ready?: string;
  readyReason?: string;
  readyMessage?: string;
  readySince?: number;
  trackingId?: string;
};

export const secretStore = storeKind('SecretStore', 'secretstores', true);
export const clusterSecretStore = storeKind(
  'ClusterSecretStore',
  'clustersecretstores',
  false,
);

/** The two differ only in scope. */
function storeKind(
  kind: 'SecretStore' | 'ClusterSecretStore',
  plural: string,
  namespaced: boolean,
): KindDefinition {
  return defineKind<SecretStoreFacts>({
    group: GROUP,
    kind,
    plural,
    versions: ['v1', 'v1beta1'],
    namespaced,
    entity: { type: 'secret-store' },
    reads: [
      'metadata.namespace',
      'metadata.annotations',
      'spec.provider',
      'spec.controller',
      'spec.conditions',
      'status',
    ],
    project: raw => project(raw, kind),
    links: ({ facts }) => [
      ...vaultLinks(facts),
      ...managedBy(facts.trackingId),
      ...facts.credentials
        .filter(name => !name.startsWith('/'))
        .map(name =>
          linkTo('usesSecret', { group: '', kind: 'Secret', ...split(name) }),
        ),
      ...(facts.serviceAccount && !facts.serviceAccount.startsWith('/')
        ? [
            linkTo('usesServiceAccount', {
              group: '',
              kind: 'ServiceAccount',
              ...split(facts.serviceAccount),
            }),
          ]
        : []),
    ],
    health: ({ facts, meta }, context) =>
      judgeStore(kind, facts, meta, context),
    reasons: storeReasons(kind),
    shows: [
      'provider',
      'server',
      'path',
      'kvVersion',
      'vaultNamespace',
      'auth',
      'role',
      'authMount',
      'capabilities',
      'namespaces',
    ],
  });
}

function split(name: string): { namespace: string; name: string } {
  const slash = name.indexOf('/');
  return { namespace: name.slice(0, slash), name: name.slice(slash + 1) };
}

/** The Vault that answers at its address, the role that it logs in with, and the mount that it reads. */
function vaultLinks(facts: SecretStoreFacts): Link[] {
  const endpoint =
    facts.kvVersion && facts.server ? endpointOf(facts.server) : undefined;
  if (!endpoint) {
    return [];
  }
  const { path, role, authMount } = facts;
  const links = [
    linkByKey(
      'provider',
      endpointKey(endpoint),
      ['vault.socle.dev/Vault'],
      'target',
    ),
  ];
  if (path) {
    links.push(
      linkByKey(
        'mount',
        `vaultMount:${endpoint}/${path.replace(/^\/+|\/+$/g, '')}`,
        ['vault.socle.dev/Mount'],
        'target',
      ),
    );
  }
  if (role && authMount && facts.auth === 'kubernetes') {
    links.push(
      linkByKey(
        'role',
        `vaultRole:${endpoint}/${authMount}/${role}`,
        ['vault.socle.dev/KubernetesAuthRole'],
        'target',
      ),
    );
  }
  return links;
}

function project(
  raw: RawObject,
  kind: 'SecretStore' | 'ClusterSecretStore',
): SecretStoreFacts {
  const namespaced = kind === 'SecretStore';
  const spec = objectAt(raw, 'spec');
  const provider = objectAt(spec, 'provider');
  const [name] = Object.keys(provider).filter(key => isObject(provider[key]));
  const config = name ? objectAt(provider, name) : {};
  const [auth] = Object.keys(objectAt(config, 'auth')).filter(key =>
    isObject(objectAt(config, 'auth')[key]),
  );
  const ready = condition(conditionsAt(raw), 'Ready');
  const home = namespaced ? stringAt(raw, 'metadata', 'namespace') : undefined;
  const { secrets, serviceAccount, referent } = credentialsOf(config, home);
  const vault = name === 'vault' || name === 'openBao';
  const restrictions = objectsAt(spec, 'conditions');
  const namespaces = restrictions.flatMap(one => stringsAt(one, 'namespaces'));
  const onlyNamed =
    restrictions.length > 0 &&
    restrictions.every(one =>
      Object.keys(one).every(
        field =>
          field === 'namespaces' ||
          (Array.isArray(one[field]) && stringsAt(one, field).length === 0),
      ),
    );
  return defined({
    provider: name,
    server: stringAt(config, 'server') ?? stringAt(config, 'server', 'url'),
    path: vault ? stringAt(config, 'path') : undefined,
    kvVersion: vault ? stringAt(config, 'version') ?? 'v2' : undefined,
    vaultNamespace: vault ? stringAt(config, 'namespace') : undefined,
    auth,
    role: auth ? stringAt(config, 'auth', auth, 'role') : undefined,
    authMount:
      vault && auth ? mountOf(objectAt(config, 'auth', auth), auth) : undefined,
    serviceAccount,
    credentials: secrets,
    referent: referent && !namespaced ? true : undefined,
    capabilities: stringAt(raw, 'status', 'capabilities'),
    controller: stringAt(spec, 'controller'),
    namespaces: namespaces.length > 0 ? namespaces : undefined,
    onlyNamed: onlyNamed && namespaces.length > 0 ? true : undefined,
    ready: ready?.status,
    readyReason: ready?.reason,
    readyMessage: ready?.message,
    readySince: ready?.at,
    trackingId: trackingIdOf(raw, GROUP, kind),
  });
}

function mountOf(auth: RawObject, method: string): string | undefined {
  return (
    stringAt(auth, 'mountPath') ??
    stringAt(auth, 'path') ??
    (method === 'kubernetes' ? 'kubernetes' : undefined)
  );
}

/** Leaves out what is absent: these objects stay in memory. */
function defined(facts: SecretStoreFacts): SecretStoreFacts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as SecretStoreFacts;
}
