import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { refPath } from '@socle/backstage-plugin-socle-common';
import { ChainSection } from '@socle/backstage-plugin-socle-react';
import { deliveryRouteRef } from '../route-refs';
import { socleDeliveryTranslationRef } from '../translation/ref';
import { backFrom } from './back';
import { DeliveryFacts } from './DeliveryFacts';

/** The chain of one application or secret. Its address is all it needs. */
export function ChainPage(props: { view: 'delivery' | 'secret' }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const root = useRouteRef(deliveryRouteRef)?.() ?? '';
  const { view } = props;
  return (
    <ChainSection
      view={view}
      back={({ kind }) => {
        const back = backFrom(view, kind);
        return { path: `${root}/${back}`, title: t(`chain.back.${back}`) };
      }}
      facts={ref =>
        view === 'delivery' && <DeliveryFacts key={refPath(ref)} of={ref} />
      }
    />
  );
}
