import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  failed,
  HealthContext,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import {
  numberAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { formatTime, timeAt } from '../../reading/times';
import { GROUP, linkWithin } from './instance';

type SecretPathFacts = {
  endpoints: string[];
  mount: string;
  path: string;
  /** Vault says that there is nothing at this path. */
  missing?: true;
  currentVersion?: number;
  versions?: number;
  maxVersions?: number;
  updated?: number;
  /** The newest version's values are gone for good. */
  destroyed?: boolean;
  /** When the newest version was or will be deleted, in milliseconds. */
  deletion?: number;
  /** The time of deletion is there and cannot be read. */
  deletionUnreadable?: true;
  /** Who marked it as its own: `external-secrets` for what a PushSecret wrote. */
  managedBy?: string;
};

/** A secret by its path and versions. Its values are never read. */
export const secretPath = defineKind<SecretPathFacts>({
  group: GROUP,
  kind: 'SecretPath',
  plural: 'secretpaths',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  statusless: true,
  project,
  provides: ({ facts }) => [
    ...['*', ...facts.endpoints].map(
      endpoint => `vaultPath:${endpoint}/${facts.mount}/${facts.path}`,
    ),
    // A store that names the mount leaves it out of the keys.
    `vaultPath:*/*/${facts.path}`,
  ],
  links: ({ facts, meta }) => [
    linkWithin('mount', 'Mount', facts.mount, meta, 'target'),
  ],
  health: judge,
  reasons: [
    {
      code: 'VaultPathHasVersion',
      cause: 'The newest version can be read.',
      evidence: 'status.currentVersion',
      remedy: false,
    },
    {
      code: 'VaultPathListed',
      cause: 'Only its name is known; its versions were not read.',
      evidence: 'status.currentVersion',
      remedy: false,
    },
    {
      code: 'VaultPathMissing',
      cause: 'There is nothing at this path.',
      evidence: 'status.missing',
    },
    {
      code: 'VaultPathDeleted',
      cause: 'The newest version is deleted.',
      evidence: 'status.deletion',
    },
    {
      code: 'VaultPathDestroyed',
      cause: 'The newest version is destroyed for good.',
      evidence: 'status.destroyed',
    },
    {
      code: 'VaultPathUnrecognised',
      cause: 'Its metadata does not tell the state of the newest version.',
      evidence: 'status.currentVersion',
      remedy: false,
    },
  ],
  shows: ['versions', 'maxVersions', 'updated', 'managedBy', 'endpoints'],
});

function project(raw: RawObject): SecretPathFacts {
  const status = valueAt(raw, 'status');
  const deletionText = valueAt(status, 'deletion');
  const deletion = timeAt(status, 'deletion');
  const destroyed = valueAt(status, 'destroyed');
  const facts: SecretPathFacts = {
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    mount: stringAt(raw, 'spec', 'mount') ?? '',
    path: stringAt(raw, 'spec', 'path') ?? '',
    missing: valueAt(status, 'missing') === true ? true : undefined,
    currentVersion: numberAt(status, 'currentVersion'),
    versions: numberAt(status, 'versions'),
    maxVersions: numberAt(status, 'maxVersions') || undefined,
    updated: timeAt(status, 'updated'),
    destroyed: typeof destroyed === 'boolean' ? destroyed : undefined,
    deletion,
    deletionUnreadable:
      deletion === undefined &&
      deletionText !== undefined &&
      deletionText !== null &&
      deletionText !== ''
        ? true
        : undefined,
    managedBy: stringAt(status, 'managedBy'),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as SecretPathFacts;
}

function judge(
  { facts }: Resource<SecretPathFacts>,
  context: HealthContext,
): Verdict {
  const { currentVersion, deletion } = facts;
  if (facts.missing) {
    return failed('VaultPathMissing', 'There is nothing at this path.', {
      evidence: [{ path: 'status.missing', value: true }],
    });
  }
  const evidence = [
    { path: 'status.currentVersion', value: currentVersion ?? null },
    { path: 'status.destroyed', value: facts.destroyed ?? null },
    {
      path: 'status.deletion',
      value: deletion === undefined ? null : formatTime(deletion),
    },
  ];
  if (currentVersion === undefined) {
    return unknown(
      'VaultPathListed',
      'It is listed; its versions were not read.',
      { evidence },
    );
  }
  if (currentVersion === 0) {
    return failed(
      'VaultPathMissing',
      'The path has metadata and no version: there is nothing to read.',
      { evidence },
    );
  }
  if (facts.destroyed) {
    return failed(
      'VaultPathDestroyed',
      `Its newest version, ${currentVersion}, is destroyed: its values are gone for good.`,
      { evidence },
    );
  }
  if (deletion !== undefined && deletion <= context.now) {
    return failed(
      'VaultPathDeleted',
      `Its newest version, ${currentVersion}, was deleted at ${formatTime(
        deletion,
      )}: reading it gives nothing.`,
      { evidence, since: deletion },
    );
  }
  if (facts.destroyed === undefined || facts.deletionUnreadable) {
    return unknown(
      'VaultPathUnrecognised',
      `Whether version ${currentVersion} can be read is not told.`,
      { evidence },
    );
  }
  const of =
    facts.updated === undefined ? '' : ` of ${formatTime(facts.updated)}`;
  return healthy('VaultPathHasVersion', `Version ${currentVersion}${of}.`, {
    evidence,
    ...(deletion !== undefined
      ? {
          recheckAt: deletion + 1,
          warnings: [
            `This version deletes itself on ${formatTime(
              deletion,
            )} (delete_version_after).`,
          ],
        }
      : {}),
  });
}
