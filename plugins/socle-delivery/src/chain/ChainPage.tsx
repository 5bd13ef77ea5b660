import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { refPath } from '@socle/backstage-plugin-socle-common';
import {
  EmptyState,
  LiveChain,
  ResourceLink,
  Section,
  useRefParams,
} from '@socle/backstage-plugin-socle-react';
import { deliveryRouteRef } from '../route-refs';
import { socleDeliveryTranslationRef } from '../translation/ref';
import { backFrom } from './back';
import styles from './chain.module.css';
import { DeliveryFacts } from './DeliveryFacts';

/** The chain of one application or secret. Its address is all it needs. */
export function ChainPage(props: { view: 'delivery' | 'secret' }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const root = useRouteRef(deliveryRouteRef)?.() ?? '';
  const ref = useRefParams();
  const { view } = props;
  if (!ref) {
    return <EmptyState>{t('chain.badAddress')}</EmptyState>;
  }
  const back = backFrom(view, ref.kind);
  return (
    <Section
      title={`${ref.kind} ${ref.namespace ? `${ref.namespace}/` : ''}${
        ref.name
      }`}
      actions={
        <span className={styles.actions}>
          <ResourceLink resource={ref}>
            {t('chain.open', { name: ref.name })}
          </ResourceLink>
          <Link
            variant="body-small"
            href={`${root}/${back}?cluster=${encodeURIComponent(ref.cluster)}`}
          >
            {t(`chain.back.${back}`)}
          </Link>
        </span>
      }
    >
      {view === 'delivery' && <DeliveryFacts key={refPath(ref)} of={ref} />}
      <LiveChain key={`${view} ${refPath(ref)}`} view={view} resource={ref} />
    </Section>
  );
}
