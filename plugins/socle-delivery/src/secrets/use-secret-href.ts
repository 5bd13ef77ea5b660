import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ResourceRef } from '@socle/backstage-plugin-socle-common';
import {
  refParams,
  useResourceHref,
} from '@socle/backstage-plugin-socle-react';
import { useCallback } from 'react';
import { secretChainRouteRef } from '../route-refs';

/** The kinds that have a place in the chain of a secret. */
const IN_CHAIN = [
  'ExternalSecret',
  'PushSecret',
  'SecretStore',
  'ClusterSecretStore',
  'KubernetesAuthRole',
  'SecretPath',
  'Mount',
  'Vault',
];

/** Leads to the chain of what is in one, to the explorer for what is not. */
export function useSecretHref(): (ref: ResourceRef) => string | undefined {
  const chain = useRouteRef(secretChainRouteRef);
  const explorerHref = useResourceHref();
  return useCallback(
    (ref: ResourceRef) =>
      IN_CHAIN.includes(ref.kind) ? chain?.(refParams(ref)) : explorerHref(ref),
    [chain, explorerHref],
  );
}
