import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * The cluster that the address names, and a way to change it.
 * @public
 */
export function useClusterParam(): [
  cluster: string | undefined,
  setCluster: (cluster: string | undefined) => void,
] {
  const [params, setParams] = useSearchParams();
  const setCluster = useCallback(
    (cluster: string | undefined) =>
      setParams(
        before => {
          const next = new URLSearchParams(before);
          next.delete('page');
          if (cluster) {
            next.set('cluster', cluster);
          } else {
            next.delete('cluster');
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [params.get('cluster') || undefined, setCluster];
}
