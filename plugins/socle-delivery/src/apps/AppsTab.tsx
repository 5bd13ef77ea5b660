import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ResourceRef } from '@socle/backstage-plugin-socle-common';
import {
  FactFilter,
  refParams,
  ResourceColumn,
  ResourceTable,
  useStandardColumns,
} from '@socle/backstage-plugin-socle-react';
import { useCallback, useMemo } from 'react';
import { textAt } from '../facts/read-fact';
import { appChainRouteRef } from '../route-refs';
import { narrow } from '../table/narrow';
import { socleDeliveryTranslationRef } from '../translation/ref';
import { APPLICATION, PATTERNS, SYNC_STATES } from './application';
import styles from './apps.module.css';
import { OperationCell } from './OperationCell';
import { PatternCell } from './PatternCell';
import { PlaceCell } from './PlaceCell';
import { RevisionCell } from './RevisionCell';
import { SyncCell } from './SyncCell';
import { useProjectChoices } from './use-project-choices';

/** All Applications of Argo CD; a row leads to its chain. */
export function AppsTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { cluster } = props;
  const standard = useStandardColumns();
  const projects = useProjectChoices(cluster);
  const chain = useRouteRef(appChainRouteRef);
  const hrefOf = useCallback(
    (ref: ResourceRef) => chain?.(refParams(ref)),
    [chain],
  );
  const fixed = useMemo(
    () => ({
      kind: [APPLICATION],
      ...(cluster ? { cluster: [cluster] } : {}),
    }),
    [cluster],
  );
  const factFilters = useMemo(
    (): FactFilter[] => [
      {
        fact: 'pattern',
        label: t('apps.pattern'),
        choices: PATTERNS.map(id => ({
          id,
          label:
            id === 'other'
              ? t('pattern.other')
              : `${id}: ${t(`pattern.${id}`)}`,
        })),
      },
      { fact: 'project', label: t('apps.project'), choices: projects },
      {
        fact: 'sync',
        label: t('apps.syncState'),
        choices: SYNC_STATES.map(id => ({
          id,
          label: t(`sync.${id}`),
        })),
      },
    ],
    [t, projects],
  );
  const columns = useMemo(
    (): ResourceColumn[] => [
      standard.health,
      { ...standard.name, width: '18%' },
      ...(cluster ? [] : [narrow(standard.cluster)]),
      {
        id: 'pattern',
        label: t('apps.pattern'),
        sortable: true,
        width: '1%',
        cell: ({ facts }) => <PatternCell facts={facts} />,
      },
      {
        id: 'project',
        label: t('apps.project'),
        sortable: true,
        width: '1%',
        cell: ({ facts }) => <PlaceCell facts={facts} />,
      },
      {
        id: 'sync',
        label: t('apps.sync'),
        sortable: true,
        width: '1%',
        cell: ({ facts }) => (
          <span className={styles.lines}>
            <SyncCell facts={facts} />
            <RevisionCell revision={textAt(facts, 'revision')} />
          </span>
        ),
      },
      {
        id: 'operationFinished',
        label: t('apps.operation'),
        sortable: true,
        width: '1%',
        cell: ({ facts }) => <OperationCell facts={facts} />,
      },
      standard.reason,
    ],
    [standard, cluster, t],
  );
  return (
    <ResourceTable
      label={t('apps.label')}
      fixed={fixed}
      filters={['health', 'flag']}
      factFilters={factFilters}
      columns={columns}
      hrefOf={hrefOf}
    />
  );
}
