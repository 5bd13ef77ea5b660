import { groupOf } from '@socle/backstage-plugin-socle-common';
import { defineKind } from '../../definition/kind';
import { Link, linkTo } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { condition, conditionsAt } from '../../reading/conditions';
import {
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { judgeExternalSecret } from './external-secret-health';
import { EXTERNAL_SECRET_REASONS } from './external-secret-reasons';
import { ownerLink } from './owner';
import { GROUP, storeAt, storeLink } from './store-ref';
import { remoteLinks } from './remote-paths';
import { generatorLink, generatorsOf } from './generator';

export type ExternalSecretFacts = {
  /** `Kind/name` of each store that an entry reads from. */
  stores: string[];
  /** What is read from the provider, as `key` or `key#property`. */
  remotes: string[];
  /** `Kind/name` of what makes values instead. */
  generators?: string[];
  /** Names of the keys that the Secret gets; absent where only the provider knows them. */
  keys?: string[];
  target: string;
  /** `group/Kind`, where another kind than Secret is written. */
  targetKind?: string;
  creationPolicy: string;
  deletionPolicy: string;
  refreshPolicy: string;
  /** A Go duration as written, the API's default where absent, '' where it is none. */
  refreshInterval: string;
  /** Last successful sync, in milliseconds. */
  refreshed?: number;
  /** The status has a refresh time that cannot be read. */
  refreshedUnreadable?: true;
  ready?: string;
  readyReason?: string;
  readyMessage?: string;
  readySince?: number;
  trackingId?: string;
};

export const externalSecret = defineKind<ExternalSecretFacts>({
  group: GROUP,
  kind: 'ExternalSecret',
  plural: 'externalsecrets',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  reads: [
    'metadata.annotations',
    'metadata.labels',
    'spec.secretStoreRef',
    'spec.data',
    'spec.dataFrom',
    'spec.target',
    'spec.refreshPolicy',
    'spec.refreshInterval',
    'status.refreshTime',
    'status.conditions',
    'status.binding',
  ],
  project,
  links: ({ facts, meta }) => {
    const links: Link[] = facts.stores.map(store =>
      storeLink(store, meta.namespace),
    );
    if (facts.creationPolicy !== 'None') {
      links.push(createsLink(facts, meta.namespace));
    }
    return [
      ...links,
      ...ownerLink(meta),
      ...managedBy(facts.trackingId),
      ...(facts.generators ?? []).map(one =>
        generatorLink(one, meta.namespace),
      ),
      ...remoteLinks(facts.remotes),
    ];
  },
  health: judgeExternalSecret,
  reasons: EXTERNAL_SECRET_REASONS,
  shows: ['remotes', 'keys', 'deletionPolicy', 'target'],
});

function project(raw: RawObject): ExternalSecretFacts {
  const spec = objectAt(raw, 'spec');
  const target = objectAt(spec, 'target');
  const ready = condition(conditionsAt(raw), 'Ready');
  const refreshTime = valueAt(raw, 'status', 'refreshTime');
  const refreshed = timeAt(raw, 'status', 'refreshTime');
  const keys = keysOf(spec);
  const trackingId = trackingIdOf(raw, GROUP, 'ExternalSecret');
  const generators = generatorsOf(spec);
  return {
    stores: storesOf(spec),
    remotes: remotesOf(spec),
    ...(generators.length > 0 ? { generators } : {}),
    ...(keys ? { keys } : {}),
    target:
      stringAt(raw, 'status', 'binding', 'name') ??
      stringAt(target, 'name') ??
      stringAt(raw, 'metadata', 'name') ??
      '',
    ...targetKindOf(target),
    creationPolicy: stringAt(target, 'creationPolicy') ?? 'Owner',
    deletionPolicy: stringAt(target, 'deletionPolicy') ?? 'Retain',
    refreshPolicy: stringAt(spec, 'refreshPolicy') ?? 'Periodic',
    refreshInterval: intervalOf(spec),
    ...(refreshed !== undefined ? { refreshed } : {}),
    ...(refreshed === undefined &&
    refreshTime !== undefined &&
    refreshTime !== null
      ? { refreshedUnreadable: true as const }
      : {}),
    ...(ready ? { ready: ready.status } : {}),
    ...(ready?.reason ? { readyReason: ready.reason } : {}),
    ...(ready?.message ? { readyMessage: ready.message } : {}),
    ...(ready?.at !== undefined ? { readySince: ready.at } : {}),
    ...(trackingId ? { trackingId } : {}),
  };
}

function entriesOf(spec: RawObject): RawObject[] {
  return [...objectsAt(spec, 'data'), ...objectsAt(spec, 'dataFrom')];
}

/** The stores in use: the common one where an entry relies on it, and those that entries name instead. */
function storesOf(spec: RawObject): string[] {
  const stores = new Set<string>();
  const common = storeAt(objectAt(spec, 'secretStoreRef'));
  const entries = entriesOf(spec);
  if (
    common &&
    (entries.length === 0 ||
      entries.some(entry => !Object.hasOwn(entry, 'sourceRef')))
  ) {
    stores.add(common);
  }
  for (const entry of entries) {
    const own = storeAt(objectAt(entry, 'sourceRef', 'storeRef'));
    if (own) stores.add(own);
  }
  // Named and yet used by no entry: the operator still waits for it.
  if (stores.size === 0 && common) stores.add(common);
  return [...stores];
}

function remotesOf(spec: RawObject): string[] {
  const remotes: string[] = [];
  for (const entry of entriesOf(spec)) {
    const found = [objectAt(entry, 'remoteRef'), objectAt(entry, 'extract')];
    for (const remote of found) {
      const key = stringAt(remote, 'key');
      const property = stringAt(remote, 'property');
      if (key) remotes.push(property ? `${key}#${property}` : key);
    }
  }
  return remotes;
}

/** A template that replaces decides the keys; otherwise `data` does; `dataFrom` leaves them to the provider. */
function keysOf(spec: RawObject): string[] | undefined {
  const template = objectAt(spec, 'target', 'template');
  const templated = Object.keys(objectAt(template, 'data'));
  const open = objectsAt(template, 'templateFrom').length > 0;
  const replaces = stringAt(template, 'mergePolicy') !== 'Merge';
  if (replaces && (templated.length > 0 || open)) {
    return open ? undefined : templated;
  }
  if (open || objectsAt(spec, 'dataFrom').length > 0) {
    return undefined;
  }
  const own = objectsAt(spec, 'data')
    .map(entry => stringAt(entry, 'secretKey'))
    .filter(key => key !== undefined);
  return [...new Set([...own, ...templated])];
}

function intervalOf(spec: RawObject): string {
  const interval = valueAt(spec, 'refreshInterval');
  if (interval === undefined || interval === null) {
    return '1h';
  }
  return interval === 0 ? '0' : stringAt(spec, 'refreshInterval') ?? '';
}

function targetKindOf(target: RawObject): { targetKind?: string } {
  const kind = stringAt(target, 'manifest', 'kind');
  if (!kind || kind === 'Secret') {
    return {};
  }
  const group = groupOf(stringAt(target, 'manifest', 'apiVersion') ?? '');
  return { targetKind: `${group}/${kind}` };
}

function createsLink(
  facts: ExternalSecretFacts,
  namespace: string | undefined,
): Link {
  const [group, kind] = facts.targetKind?.split('/') ?? ['', 'Secret'];
  return linkTo('creates', { group, kind, namespace, name: facts.target });
}
