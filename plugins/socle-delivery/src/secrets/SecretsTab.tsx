import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RelativeTime,
  ResourceColumn,
  ResourceTable,
  Section,
  useStandardColumns,
} from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { numberAt } from '../facts/read-fact';
import { DeliveryHeadline } from '../overview/DeliveryHeadline';
import { useDeliveryState } from '../overview/use-delivery-state';
import { narrow } from '../table/narrow';
import { socleDeliveryTranslationRef } from '../translation/ref';
import { StoreCell } from './StoreCell';
import { useSecretHref } from './use-secret-href';

/** Do secrets arrive? What is broken and why? Then what fetches them and where from; a row leads to its chain. */
export function SecretsTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { cluster } = props;
  const state = useDeliveryState('secrets', cluster);
  const standard = useStandardColumns();
  const hrefOf = useSecretHref();
  const fixed = useMemo(
    () => ({
      system: ['external-secrets', 'vault'],
      ...(cluster ? { cluster: [cluster] } : {}),
    }),
    [cluster],
  );
  const columns = useMemo(
    (): ResourceColumn[] => [
      standard.health,
      narrow(standard.kind),
      { ...standard.name, width: '16%' },
      narrow(standard.namespace),
      ...(cluster ? [] : [narrow(standard.cluster)]),
      {
        id: 'target',
        label: t('secrets.store'),
        sortable: true,
        width: '20%',
        cell: ({ facts }) => <StoreCell facts={facts} />,
      },
      {
        id: 'refreshed',
        label: t('secrets.refreshed'),
        sortable: true,
        width: '1%',
        cell: ({ facts }) => {
          const at = numberAt(facts, 'refreshed');
          return at === undefined ? <span>–</span> : <RelativeTime at={at} />;
        },
      },
      standard.reason,
      standard.since,
    ],
    [standard, cluster, t],
  );
  return (
    <>
      <DeliveryHeadline area="secrets" state={state} cluster={cluster} />
      <Section title={t('secrets.label')}>
        <ResourceTable
          label={t('secrets.label')}
          fixed={fixed}
          filters={['kind', 'namespace', 'health', 'flag']}
          columns={columns}
          hrefOf={hrefOf}
          hideFreshness
        />
      </Section>
    </>
  );
}
