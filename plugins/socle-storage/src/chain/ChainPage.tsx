import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChainSection } from '@socle/backstage-plugin-socle-react';
import { storageRouteRef } from '../route-refs';
import { socleStorageTranslationRef } from '../translation/ref';

/** The chain of one claim, volume or replica. Its address is all it needs. */
export function ChainPage() {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const root = useRouteRef(storageRouteRef)?.() ?? '';
  return (
    <ChainSection
      view="storage"
      back={() => ({ path: `${root}/claims`, title: t('chain.back') })}
    />
  );
}
