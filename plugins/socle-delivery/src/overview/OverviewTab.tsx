import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AreaSystems, Section } from '@socle/backstage-plugin-socle-react';
import { socleDeliveryTranslationRef } from '../translation/ref';
import { DeliveryHeadline } from './DeliveryHeadline';
import { PatternCounts } from './PatternCounts';
import { useDeliveryState } from './use-delivery-state';

/** Is delivery well? What is broken and why? What is it made of? */
export function OverviewTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { cluster } = props;
  const state = useDeliveryState('delivery', cluster);
  return (
    <>
      <DeliveryHeadline area="delivery" state={state} cluster={cluster} />
      <Section title={t('overview.patterns')}>
        <PatternCounts cluster={cluster} />
      </Section>
      <AreaSystems
        title={t('overview.systems')}
        none={t('overview.none')}
        of={state}
        cluster={cluster}
      />
    </>
  );
}
