import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Freshness,
  IncidentList,
  LiveChain,
  LiveContent,
  ResourceTable,
  Section,
} from '@socle/backstage-plugin-socle-react';
import { chainViewOf } from '../detail/chain-view-of';
import styles from '../detail/detail.module.css';
import { socleTranslationRef } from '../translation/ref';
import { OneResource } from './OneResource';
import { useEntityPlatform } from './use-entity-platform';

/** The tab of an entity: its state, incidents, chain and resources. */
export function EntityPlatformContent() {
  const { t } = useTranslationRef(socleTranslationRef);
  const { scope, live } = useEntityPlatform();
  const chainView = scope.resource && chainViewOf(scope.resource);
  return (
    <div className={styles.tab}>
      <Freshness
        sources={live.data?.sources}
        refreshedAt={live.refreshedAt}
        error={live.error}
      />
      <Section title={t('entity.incidents')}>
        <LiveContent live={live} lines={3}>
          {platform => (
            <>
              {scope.resource && platform.items.length === 1 && (
                <div className={styles.panel}>
                  <OneResource item={platform.items[0]} />
                </div>
              )}
              <IncidentList
                incidents={platform.incidents}
                sources={platform.sources}
              />
            </>
          )}
        </LiveContent>
      </Section>
      {scope.resource && chainView && (
        <Section title={t('entity.chain')}>
          <LiveChain hideFreshness view={chainView} resource={scope.resource} />
        </Section>
      )}
      {scope.query && (
        <Section title={t('entity.resources')}>
          <ResourceTable
            hideFreshness
            label={t('entity.resources')}
            fixed={scope.query}
            filters={['kind', 'health']}
          />
        </Section>
      )}
    </div>
  );
}
