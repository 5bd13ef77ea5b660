import { Link, linkTo } from '../../definition/link';
import { RawObject, stringAt } from '../../reading/raw';

export const GROUP = 'external-secrets.io';

/** A store as facts keep it: `SecretStore/vault`. A reference without a kind means a SecretStore. */
export function storeAt(from: RawObject): string | undefined {
  const name = stringAt(from, 'name');
  return name && `${stringAt(from, 'kind') ?? 'SecretStore'}/${name}`;
}

/** The link to a store that {@link storeAt} read; a SecretStore is in the namespace of the object that names it. */
export function storeLink(store: string, namespace: string | undefined): Link {
  const slash = store.indexOf('/');
  const kind = store.slice(0, slash);
  return linkTo(
    'store',
    {
      group: GROUP,
      kind,
      name: store.slice(slash + 1),
      ...(kind === 'SecretStore' ? { namespace } : {}),
    },
    'target',
  );
}
