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
import { dataServicesRouteRef } from '../route-refs';
import { socleDataServicesTranslationRef } from '../translation/ref';

/** What one instance stands on: its pods, claims and volumes. Its address is all it needs. */
export function InstancePage() {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const root = useRouteRef(dataServicesRouteRef)?.() ?? '';
  const ref = useRefParams();
  if (!ref) {
    return <EmptyState>{t('chain.badAddress')}</EmptyState>;
  }
  return (
    <Section
      title={`${ref.kind} ${ref.namespace ? `${ref.namespace}/` : ''}${
        ref.name
      }`}
      actions={
        <span style={{ display: 'flex', gap: 'var(--bui-space-4)' }}>
          <ResourceLink resource={ref}>
            {t('chain.open', { name: ref.name })}
          </ResourceLink>
          <Link
            variant="body-small"
            href={`${root}?cluster=${encodeURIComponent(ref.cluster)}`}
          >
            {t('chain.back')}
          </Link>
        </span>
      }
    >
      <LiveChain key={refPath(ref)} view="data" resource={ref} />
    </Section>
  );
}
