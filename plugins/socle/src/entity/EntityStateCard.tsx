import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Link } from '@backstage/ui';
import {
  explorerRouteRef,
  Freshness,
  HealthCountsBar,
  IncidentList,
  LiveContent,
  useResourceHref,
} from '@socle/backstage-plugin-socle-react';
import styles from '../detail/detail.module.css';
import { socleTranslationRef } from '../translation/ref';
import { explorerQuery } from './explorer-query';
import { OneResource } from './OneResource';
import { useEntityPlatform } from './use-entity-platform';

const SHOWN_INCIDENTS = 3;

/** How the entity at hand is, for its overview page. */
export function EntityStateCard() {
  const { t } = useTranslationRef(socleTranslationRef);
  const explorer = useRouteRef(explorerRouteRef)?.();
  const resourceHref = useResourceHref();
  const { scope, live } = useEntityPlatform();
  const href = scope.query
    ? `${explorer ?? ''}?${explorerQuery(scope.query)}`
    : scope.resource && resourceHref(scope.resource);
  return (
    <Card>
      <CardHeader>
        <div className={styles.head}>
          <strong>{t('entity.title')}</strong>
          {href && (
            <Link href={href} variant="body-small">
              {t('entity.open')}
            </Link>
          )}
        </div>
      </CardHeader>
      <CardBody>
        <LiveContent live={live} lines={4}>
          {platform => (
            <div className={styles.panel}>
              {platform.items.length === 1 ? (
                <OneResource item={platform.items[0]} />
              ) : (
                <HealthCountsBar counts={platform.counts} />
              )}
              {platform.items.length === 0 && t('entity.nothing')}
              {platform.incidents.length > 0 && (
                <IncidentList
                  incidents={platform.incidents.slice(0, SHOWN_INCIDENTS)}
                />
              )}
              <Freshness
                sources={platform.sources}
                refreshedAt={live.refreshedAt}
                error={live.error}
              />
            </div>
          )}
        </LiveContent>
      </CardBody>
    </Card>
  );
}
