import { defineKind } from '../../definition/kind';
import { degraded, healthy, unknown } from '../../judging/verdict';
import { stringAt, stringsAt } from '../../reading/raw';
import { GROUP, linkWithin } from './instance';

type MountFacts = {
  instance: string;
  endpoints: string[];
  /** `kv`, `pki`, `kubernetes` … */
  type?: string;
  /** Of a KV engine: `1` or `2`. */
  kvVersion?: string;
  description?: string;
  /** `supported`, `deprecated`, `pending-removal`, `removed`: of the plugin behind it. */
  deprecation?: string;
};

/** A secrets engine, or with `auth/` in front of its name a way to log in. */
export const mount = defineKind<MountFacts>({
  group: GROUP,
  kind: 'Mount',
  plural: 'mounts',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  statusless: true,
  project: raw => {
    const type = stringAt(raw, 'spec', 'type');
    const kvVersion = stringAt(raw, 'spec', 'kvVersion');
    const description = stringAt(raw, 'spec', 'description');
    const deprecation = stringAt(raw, 'status', 'deprecation');
    return {
      instance: stringAt(raw, 'spec', 'instance') ?? '',
      endpoints: stringsAt(raw, 'spec', 'endpoints'),
      ...(type ? { type } : {}),
      ...(kvVersion ? { kvVersion } : {}),
      ...(description ? { description } : {}),
      ...(deprecation ? { deprecation } : {}),
    };
  },
  provides: ({ facts, meta }) =>
    ['*', ...facts.endpoints].map(
      endpoint => `vaultMount:${endpoint}/${meta.name}`,
    ),
  links: ({ facts, meta }) => [
    linkWithin('instance', 'Vault', facts.instance, meta, 'target'),
  ],
  health: ({ facts }) => {
    const { type, deprecation } = facts;
    if (!type) {
      return unknown('VaultMountUnrecognised', 'Its type is not told.', {
        evidence: [{ path: 'spec.type', value: null }],
      });
    }
    if (deprecation === 'removed' || deprecation === 'pending-removal') {
      return degraded(
        'VaultMountRemoved',
        `The plugin ${type} behind it is ${
          deprecation === 'removed' ? 'removed' : 'about to be removed'
        }: it does not survive the next upgrade.`,
        { evidence: [{ path: 'status.deprecation', value: deprecation }] },
      );
    }
    return healthy(
      'VaultMountThere',
      type === 'kv'
        ? `Mounted, KV version ${facts.kvVersion ?? '1'}.`
        : `Mounted, of type ${type}.`,
      type === 'kv' && facts.kvVersion !== '2'
        ? { warnings: ['KV version 1 keeps no older version of a secret.'] }
        : {},
    );
  },
  reasons: [
    {
      code: 'VaultMountThere',
      cause: 'The engine is mounted.',
      evidence: 'spec.type',
      remedy: false,
    },
    {
      code: 'VaultMountRemoved',
      cause: 'The plugin behind the mount is no longer supported.',
      evidence: 'status.deprecation',
    },
    {
      code: 'VaultMountUnrecognised',
      cause: 'What kind of engine it is was not told.',
      evidence: 'spec.type',
      remedy: false,
    },
  ],
  shows: ['type', 'kvVersion', 'description', 'endpoints'],
});
