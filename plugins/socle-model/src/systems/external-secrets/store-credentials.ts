import { isObject, RawObject, stringAt } from '../../reading/raw';

/** Deep enough for every provider's auth block; a bound for hostile input. */
const MAX_DEPTH = 6;

export type StoreCredentials = {
  /** `namespace/name`, the namespace empty where each user's own is meant. */
  secrets: string[];
  serviceAccount?: string;
  referent: boolean;
};

/**
 * The Secrets and the ServiceAccount that a provider's configuration names. Every provider has its own form, but all
 * name them with the same types: a reference to a Secret ends in `secretRef` (or is a `key` of a named Secret), one
 * to a ServiceAccount is `serviceAccountRef`, or `serviceAccount` with a name.
 */
export function credentialsOf(
  config: RawObject,
  home: string | undefined,
): StoreCredentials {
  const secrets = new Set<string>();
  let serviceAccount: string | undefined;
  let referent = false;

  const place = (reference: RawObject) => {
    const namespace = home ?? stringAt(reference, 'namespace');
    referent ||= namespace === undefined;
    return `${namespace ?? ''}/${stringAt(reference, 'name')}`;
  };
  const walk = (value: unknown, field: string, depth: number) => {
    if (!isObject(value) || depth > MAX_DEPTH) {
      return;
    }
    if (stringAt(value, 'name') !== undefined) {
      if (/^serviceAccount(Ref)?$/.test(field)) {
        serviceAccount ??= place(value);
        return;
      }
      // A provider's own CA may be in a ConfigMap; it is no credential.
      if (
        field !== 'caProvider' &&
        (/secretRef$/i.test(field) || stringAt(value, 'key') !== undefined)
      ) {
        secrets.add(place(value));
        return;
      }
    }
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, key, depth + 1);
    }
  };
  walk(config.auth, 'auth', 0);
  return {
    secrets: [...secrets],
    ...(serviceAccount ? { serviceAccount } : {}),
    referent,
  };
}
