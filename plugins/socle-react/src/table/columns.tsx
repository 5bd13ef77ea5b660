import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode, useMemo } from 'react';
import { ListedResource } from '../api/socle-api';
import { Flags } from '../health/Flags';
import { HealthChip } from '../health/HealthChip';
import { ReasonCell } from '../health/ReasonCell';
import { RelativeTime } from '../time/RelativeTime';
import { socleReactTranslationRef } from '../translation/ref';

/** @public A column of a table of resources. */
export interface ResourceColumn {
  /** Also the field to sort by where `sortable`. */
  id: string;
  label: string;
  cell: (item: ListedResource) => ReactNode;
  sortable?: boolean;
  /** A share of the width as a percentage; `1%` is as narrow as the content allows. */
  width?: `${number}%`;
}

/** @public The columns that every resource has. */
export type StandardColumn =
  | 'health'
  | 'kind'
  | 'name'
  | 'namespace'
  | 'system'
  | 'cluster'
  | 'reason'
  | 'marks'
  | 'since';

/**
 * The columns that every resource has, translated; `name` is drawn by the table itself, as the link of the row.
 * @public
 */
export function useStandardColumns(): Record<StandardColumn, ResourceColumn> {
  const { t } = useTranslationRef(socleReactTranslationRef);
  return useMemo(
    () => ({
      health: {
        id: 'health',
        label: t('table.health'),
        sortable: true,
        width: '1%',
        cell: item => <HealthChip health={item.health} />,
      },
      kind: {
        id: 'kind',
        label: t('table.kind'),
        sortable: true,
        cell: item => item.ref.kind,
      },
      name: {
        id: 'name',
        label: t('table.name'),
        sortable: true,
        width: '22%',
        cell: item => item.ref.name,
      },
      namespace: {
        id: 'namespace',
        label: t('table.namespace'),
        sortable: true,
        cell: item => item.ref.namespace ?? '–',
      },
      system: {
        id: 'system',
        label: t('table.system'),
        sortable: true,
        cell: item => item.system,
      },
      cluster: {
        id: 'cluster',
        label: t('table.cluster'),
        cell: item => item.ref.cluster,
      },
      reason: {
        id: 'reason',
        label: t('table.reason'),
        width: '34%',
        cell: item => (
          <>
            <ReasonCell
              clamp
              reason={item.health.reason}
              message={item.health.message}
              runbook={item.health.runbook}
            />
            <Flags flags={item.health.flags} />
          </>
        ),
      },
      marks: {
        id: 'marks',
        label: t('table.marks'),
        cell: item => <Flags flags={item.health.flags} />,
      },
      since: {
        id: 'since',
        label: t('table.since'),
        sortable: true,
        width: '1%',
        cell: item =>
          item.health.since ? <RelativeTime at={item.health.since} /> : '–',
      },
    }),
    [t],
  );
}
