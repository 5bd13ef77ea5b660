import { groupOf } from '@socle/backstage-plugin-socle-common';
import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import {
  isObject,
  labelAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';

type SecretFacts = {
  /** Names of the keys, never values; absent where nobody said which it has. */
  keys?: string[];
  /** When the data last changed, in milliseconds. */
  changed?: number;
  /** What the External Secrets Operator made. */
  fromExternalSecret?: true;
  /** Argo CD reads it as a repository, cluster or template of credentials. */
  argoSecretType?: string;
};

/**
 * Read as PartialObjectMetadata: the type and the data never arrive, and key names come from managedFields. A file
 * may hold a whole Secret: then its keys are taken and its values left.
 */
export const secret = defineKind<SecretFacts>({
  group: '',
  kind: 'Secret',
  plural: 'secrets',
  versions: ['v1'],
  namespaced: true,
  metadataOnly: true,
  optional: true,
  needsManagedFields: true,
  stateless: true,
  reads: ['metadata.labels', 'metadata.managedFields', 'data', 'stringData'],
  // Helm's release records are by far the most and the largest, and nobody's application secret.
  keeps: raw =>
    !(
      labelAt(raw, 'owner') === 'helm' &&
      stringAt(raw, 'metadata', 'name')?.startsWith('sh.helm.release.')
    ),
  project: raw => {
    const keys = keysOf(raw);
    const changed = changedAt(raw);
    const argoSecretType = labelAt(raw, 'argocd.argoproj.io/secret-type');
    return {
      ...(keys ? { keys } : {}),
      ...(changed !== undefined ? { changed } : {}),
      ...(labelAt(raw, 'reconcile.external-secrets.io/managed') === 'true'
        ? { fromExternalSecret: true as const }
        : {}),
      ...(argoSecretType ? { argoSecretType } : {}),
    };
  },
  links: ({ meta }) => {
    const owner = meta.owners?.find(one => one.controller) ?? meta.owners?.[0];
    if (!owner) {
      return [];
    }
    const group = groupOf(owner.apiVersion);
    // An ExternalSecret brings the values: they are as fresh as it is. Any other owner needs its Secret.
    const brings =
      group === 'external-secrets.io' && owner.kind === 'ExternalSecret';
    return [
      linkTo(
        'ownedBy',
        {
          group,
          kind: owner.kind,
          namespace: meta.namespace,
          name: owner.name,
        },
        brings ? 'target' : 'source',
      ),
    ];
  },
  shows: ['keys', 'changed', 'fromExternalSecret', 'argoSecretType'],
});

function keysOf(raw: RawObject): string[] | undefined {
  const keys = new Set<string>();
  let told = false;
  for (const part of ['data', 'stringData']) {
    if (isObject(raw[part])) {
      told = true;
      Object.keys(objectAt(raw, part)).forEach(key => keys.add(key));
    }
  }
  for (const fields of dataFields(raw)) {
    told = true;
    for (const field of Object.keys(fields)) {
      if (field.startsWith('f:')) keys.add(field.slice(2));
    }
  }
  return told ? [...keys].sort() : undefined;
}

function* dataFields(raw: RawObject): Iterable<RawObject> {
  for (const entry of objectsAt(raw, 'metadata', 'managedFields')) {
    const fields = objectAt(entry, 'fieldsV1');
    if (isObject(fields['f:data'])) {
      yield fields['f:data'];
    }
  }
}

function changedAt(raw: RawObject): number | undefined {
  let newest: number | undefined;
  for (const entry of objectsAt(raw, 'metadata', 'managedFields')) {
    const at = timeAt(entry, 'time');
    if (at !== undefined && isObject(objectAt(entry, 'fieldsV1')['f:data'])) {
      newest = Math.max(newest ?? 0, at);
    }
  }
  return newest;
}
