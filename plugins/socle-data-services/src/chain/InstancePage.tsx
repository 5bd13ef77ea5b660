import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChainSection } from '@socle/backstage-plugin-socle-react';
import { dataServicesRouteRef } from '../route-refs';
import { socleDataServicesTranslationRef } from '../translation/ref';

/** What one instance stands on: its pods, claims and volumes. Its address is all it needs. */
export function InstancePage() {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const root = useRouteRef(dataServicesRouteRef)?.() ?? '';
  return (
    <ChainSection
      view="data"
      back={() => ({ path: root, title: t('chain.back') })}
    />
  );
}
