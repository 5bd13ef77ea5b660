import {
  ResourceColumn,
  useStandardColumns,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import styles from './instances.module.css';

/** The namespace, and below it the cluster where the page is not limited to one: the reason needs the room. */
export function usePlaceColumn(cluster: string | undefined): ResourceColumn {
  const { namespace } = useStandardColumns();
  return useMemo(
    () =>
      cluster
        ? namespace
        : {
            ...namespace,
            cell: item => (
              <span className={styles.stack} translate="no">
                <span>{namespace.cell(item)}</span>
                <span className={styles.quiet}>{item.ref.cluster}</span>
              </span>
            ),
          },
    [namespace, cluster],
  );
}
