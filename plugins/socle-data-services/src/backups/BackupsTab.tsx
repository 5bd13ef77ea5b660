import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  HealthShape,
  RelativeTime,
  ResourceColumn,
  ResourceTable,
  useStandardColumns,
  TextWithTimes,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import instances from '../instances/instances.module.css';
import { GAP_MARK, serviceOf } from '../instances/service-facts';
import {
  useDataServices,
  useDataServicesSource,
} from '../instances/use-data-services';
import { useInstanceFilters } from '../instances/use-instance-filters';
import { useInstanceHref } from '../instances/use-instance-href';
import { usePlaceColumn } from '../instances/use-place-column';
import { socleDataServicesTranslationRef } from '../translation/ref';
import { RestoreCell } from './RestoreCell';

/** How each data service is backed up, the worst first. */
export function BackupsTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const { cluster } = props;
  const standard = useStandardColumns();
  const place = usePlaceColumn(cluster);
  const source = useDataServicesSource();
  const hrefOf = useInstanceHref();
  const services = useDataServices(cluster);
  const factFilters = useInstanceFilters(services.data?.items);
  const fixed = useMemo(
    () => (cluster ? { cluster: [cluster] } : {}),
    [cluster],
  );
  const columns = useMemo(
    (): ResourceColumn[] => [
      {
        id: 'backup',
        label: t('backups.state'),
        sortable: true,
        width: '1%',
        cell: item => {
          const { backup } = serviceOf(item);
          return (
            <span className={instances.gap}>
              <HealthShape mark={GAP_MARK[backup]} size={13} />
              {t(`gap.${backup}`)}
            </span>
          );
        },
      },
      { ...standard.name, width: '15%' },
      {
        id: 'engineTitle',
        label: t('instances.engine'),
        sortable: true,
        cell: item => <span translate="no">{serviceOf(item).engineTitle}</span>,
      },
      place,
      {
        id: 'lastGoodAt',
        label: t('instances.lastGood'),
        sortable: true,
        width: '1%',
        cell: item => {
          const { backup, lastGoodAt, lastGoodTool } = serviceOf(item);
          return lastGoodAt ? (
            <span className={instances.stack}>
              <RelativeTime at={lastGoodAt} />
              <span className={instances.quiet} translate="no">
                {lastGoodTool}
              </span>
            </span>
          ) : (
            <span className={instances.quiet}>
              {t(backup === 'unknown' ? 'backups.notKnown' : 'backups.none')}
            </span>
          );
        },
      },
      {
        id: 'restore',
        label: t('backups.restore'),
        sortable: true,
        width: '1%',
        cell: item => <RestoreCell service={serviceOf(item)} />,
      },
      {
        id: 'schedules',
        label: t('backups.schedules'),
        sortable: true,
        width: '1%',
        cell: item => serviceOf(item).schedules ?? t('backups.notKnown'),
      },
      {
        id: 'backupMessage',
        label: t('backups.why'),
        width: '34%',
        cell: item => {
          const { backup, backupMessage } = serviceOf(item);
          // What the engine says is English everywhere.
          return backupMessage ? (
            <span className={instances.why} lang="en">
              <TextWithTimes text={backupMessage} />
            </span>
          ) : (
            <span className={instances.why}>
              {t(`gapWhy.${gapWhy(backup)}`)}
            </span>
          );
        },
      },
    ],
    [standard, place, t],
  );
  return (
    <ResourceTable
      label={t('backups.label')}
      source={source}
      fixed={fixed}
      filters={['namespace']}
      factFilters={factFilters}
      columns={columns}
      defaultSort="backup"
      hrefOf={hrefOf}
    />
  );
}

/** Only these two come without a message. */
function gapWhy(backup: string): 'nothingStored' | 'unknown' {
  return backup === 'nothingStored' ? backup : 'unknown';
}
