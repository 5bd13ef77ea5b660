import { useApi } from '@backstage/frontend-plugin-api';
import { ResourceRef } from '@socle/backstage-plugin-socle-common';
import {
  ListedResource,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { readAll } from '../replicas/read-all';

/** How full a claim is, as its node's kubelet measured it. */
export interface ClaimUsage {
  percent: number;
  usedBytes?: number;
  capacityBytes?: number;
}

/** Finds the usage of a claim; undefined where nobody measures it. */
export type UsageOf = (claim: ResourceRef) => ClaimUsage | undefined;

/**
 * The usage of all claims that are measured; undefined until it was read. What cannot be read is not measured: a page
 * of claims is worth showing without it.
 */
export function useClaimUsage(
  cluster: string | undefined,
): UsageOf | undefined {
  const api = useApi(socleApiRef);
  const { data, error } = useLive({
    key: `claim usage ${cluster}`,
    load: async signal => {
      const { items } = await readAll(
        api,
        {
          kind: ['kubelet.socle.dev/ClaimUsage'],
          ...(cluster ? { cluster: [cluster] } : {}),
        },
        signal,
      );
      return { items };
    },
  });
  const found = useMemo(() => usageByClaim(data?.items ?? []), [data]);
  const known = data !== undefined || error !== undefined;
  return useMemo(
    () => (known ? (ref: ResourceRef) => found.get(keyOf(ref)) : undefined),
    [known, found],
  );
}

/** What says nothing, as the figures of a disk that is shared, is left out. */
export function usageByClaim(
  items: readonly ListedResource[],
): Map<string, ClaimUsage> {
  const found = new Map<string, ClaimUsage>();
  for (const { ref, health, facts } of items) {
    const shares = [facts.usedPercent, facts.inodesUsedPercent].filter(
      (share): share is number => typeof share === 'number',
    );
    if (health.status !== 'unknown' && shares.length > 0) {
      const { usedBytes, capacityBytes } = facts;
      found.set(keyOf(ref), {
        // Inodes that run out stop writes as bytes do.
        percent: Math.max(...shares),
        ...(typeof usedBytes === 'number' ? { usedBytes } : {}),
        ...(typeof capacityBytes === 'number' ? { capacityBytes } : {}),
      });
    }
  }
  return found;
}

function keyOf({ cluster, namespace, name }: ResourceRef): string {
  return `${cluster}/${namespace}/${name}`;
}
