import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ResourceColumn,
  ResourceLink,
  ResourceTable,
  useStandardColumns,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { useInstanceHref } from '../instances/use-instance-href';
import { usePlaceColumn } from '../instances/use-place-column';
import { socleDataServicesTranslationRef } from '../translation/ref';
import { CONTENT_KINDS, instanceOf } from './instance-of';

/** What is inside the instances: topics, users, databases, poolers, collections. */
export function ContentsTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const { cluster } = props;
  const standard = useStandardColumns();
  const place = usePlaceColumn(cluster);
  const hrefOf = useInstanceHref();
  const fixed = useMemo(
    () => ({
      kind: CONTENT_KINDS,
      withLinks: true,
      ...(cluster ? { cluster: [cluster] } : {}),
    }),
    [cluster],
  );
  const columns = useMemo(
    (): ResourceColumn[] => [
      standard.health,
      standard.kind,
      standard.name,
      {
        id: 'instance',
        label: t('contents.instance'),
        cell: item => {
          const instance = instanceOf(item);
          return instance ? (
            <ResourceLink resource={instance} href={hrefOf(instance)}>
              {instance.name}
            </ResourceLink>
          ) : (
            t('contents.notKnown')
          );
        },
      },
      place,
      standard.reason,
      standard.since,
    ],
    [standard, place, t, hrefOf],
  );
  return (
    <ResourceTable
      label={t('contents.label')}
      fixed={fixed}
      filters={['kind', 'namespace', 'health']}
      columns={columns}
    />
  );
}
