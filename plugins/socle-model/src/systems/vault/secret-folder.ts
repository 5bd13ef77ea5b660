import { defineKind } from '../../definition/kind';
import { stringAt, stringsAt, valueAt } from '../../reading/raw';
import { GROUP, linkWithin } from './instance';

type SecretFolderFacts = {
  endpoints: string[];
  mount: string;
  /** Below the mount, without slashes around it; '' for its root. */
  path: string;
  /** Names in it, folders with a slash at their end; absent where it was not listed. */
  names?: string[];
  /** It holds more than was kept: nothing can be called missing. */
  cut?: true;
};

/** More names are not kept. */
export const MOST_NAMES = 500;

/** A folder of a KV version 2 mount. It has no state: it says which secrets there are. */
export const secretFolder = defineKind<SecretFolderFacts>({
  group: GROUP,
  kind: 'SecretFolder',
  plural: 'secretfolders',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  statusless: true,
  stateless: true,
  project: raw => {
    const listed = Array.isArray(valueAt(raw, 'status', 'names'));
    const names = stringsAt(raw, 'status', 'names');
    return {
      endpoints: stringsAt(raw, 'spec', 'endpoints'),
      mount: stringAt(raw, 'spec', 'mount') ?? '',
      path: stringAt(raw, 'spec', 'path') ?? '',
      ...(listed ? { names: names.slice(0, MOST_NAMES) } : {}),
      ...(names.length > MOST_NAMES ? { cut: true as const } : {}),
    };
  },
  // A store that names the mount leaves it out of the keys.
  provides: ({ facts }) =>
    [facts.mount, '*'].map(
      place => `vaultFolder:${[place, facts.path].filter(Boolean).join('/')}`,
    ),
  links: ({ facts, meta }) => [
    linkWithin('mount', 'Mount', facts.mount, meta, 'target'),
  ],
  shows: ['names', 'cut', 'endpoints'],
});
