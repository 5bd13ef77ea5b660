import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AreaHeadline, AreaState } from '@socle/backstage-plugin-socle-react';
import { socleDeliveryTranslationRef } from '../translation/ref';
import { DeliveryArea } from './use-delivery-state';

/** How one of the two areas is, in its own words. */
export function DeliveryHeadline(props: {
  area: DeliveryArea;
  state: AreaState;
  cluster?: string;
}) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { area, state, cluster } = props;
  return (
    <AreaHeadline
      of={state}
      cluster={cluster}
      words={{
        well: t(`${area}.well`),
        notKnown: t(`${area}.notKnown`),
        worse: count => t('overview.worse', { count }),
        alone: count => t(`${area}.alone`, { count }),
        broken: (count, affected) => t(`${area}.broken`, { count, affected }),
      }}
    />
  );
}
