import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DataServiceItem } from '@socle/backstage-plugin-socle-common';
import {
  ResourceColumn,
  ResourceTable,
  useStandardColumns,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { socleDataServicesTranslationRef } from '../translation/ref';
import { BackupCell } from './BackupCell';
import styles from './instances.module.css';
import { ReadyCell } from './ReadyCell';
import { serviceOf } from './service-facts';
import { StorageCell } from './StorageCell';
import { useDataServicesSource } from './use-data-services';
import { useInstanceFilters } from './use-instance-filters';
import { useInstanceHref } from './use-instance-href';
import { usePlaceColumn } from './use-place-column';

/** Every instance; a row leads to its chain. */
export function InstanceTable(props: {
  cluster?: string;
  /** All that there are, for the engines to choose among. */
  known?: readonly DataServiceItem[];
}) {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const { cluster, known } = props;
  const standard = useStandardColumns();
  const place = usePlaceColumn(cluster);
  const source = useDataServicesSource();
  const hrefOf = useInstanceHref();
  const factFilters = useInstanceFilters(known);
  const fixed = useMemo(
    () => (cluster ? { cluster: [cluster] } : {}),
    [cluster],
  );
  const columns = useMemo(
    (): ResourceColumn[] => [
      standard.health,
      { ...standard.name, width: '15%' },
      {
        id: 'engineTitle',
        label: t('instances.engine'),
        sortable: true,
        cell: item => (
          <span className={styles.stack} translate="no">
            <span>{serviceOf(item).engineTitle ?? item.ref.kind}</span>
            <span className={styles.quiet}>{item.ref.kind}</span>
          </span>
        ),
      },
      {
        id: 'version',
        label: t('instances.version'),
        sortable: true,
        cell: item => {
          const { version } = serviceOf(item);
          return version ? (
            <span translate="no">{version}</span>
          ) : (
            <span className={styles.quiet}>{t('instances.notKnown')}</span>
          );
        },
      },
      place,
      {
        id: 'ready',
        label: t('instances.ready'),
        sortable: true,
        width: '1%',
        cell: item => <ReadyCell service={serviceOf(item)} />,
      },
      {
        id: 'backup',
        label: t('instances.lastGood'),
        sortable: true,
        width: '1%',
        cell: item => <BackupCell service={serviceOf(item)} />,
      },
      {
        id: 'usedBytes',
        label: t('instances.storage'),
        sortable: true,
        width: '1%',
        cell: item => <StorageCell service={serviceOf(item)} />,
      },
      { ...standard.reason, width: '30%' },
    ],
    [standard, place, t],
  );
  return (
    <ResourceTable
      label={t('instances.label')}
      source={source}
      fixed={fixed}
      filters={['namespace', 'health']}
      factFilters={factFilters}
      columns={columns}
      hrefOf={hrefOf}
      hideFreshness
    />
  );
}
