import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  EmptyState,
  explorerRouteRef,
  HealthChip,
  HealthCountsBar,
  LiveContent,
  Section,
} from '@socle/backstage-plugin-socle-react';
import { socleDeliveryTranslationRef } from '../translation/ref';
import { AreaHeadline } from './AreaHeadline';
import styles from './overview.module.css';
import { PatternCounts } from './PatternCounts';
import { useAreaState } from './use-area-state';

/** Is delivery well? What is broken and why? What is it made of? */
export function OverviewTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { cluster } = props;
  const explorer = useRouteRef(explorerRouteRef)?.();
  const state = useAreaState('delivery', cluster);
  return (
    <>
      <AreaHeadline area="delivery" state={state} cluster={cluster} />
      <Section title={t('overview.patterns')}>
        <PatternCounts cluster={cluster} />
      </Section>
      <Section title={t('overview.systems')}>
        <LiveContent live={state.systems} lines={5}>
          {() =>
            state.own.length === 0 ? (
              <EmptyState>{t('overview.none')}</EmptyState>
            ) : (
              <div className={styles.cards}>
                {state.own.map(one => (
                  <article
                    key={`${one.cluster} ${one.system}`}
                    className={styles.card}
                    aria-label={one.title}
                  >
                    <span className={styles.cardHead}>
                      <Link
                        variant="body-medium"
                        href={`${explorer ?? ''}?${new URLSearchParams({
                          cluster: one.cluster,
                          system: one.system,
                        })}`}
                      >
                        {one.title}
                      </Link>
                      <HealthChip mark={one.health} />
                    </span>
                    <span className={styles.quiet}>
                      {[!cluster && one.cluster, one.version]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                    <HealthCountsBar counts={one.counts} />
                    <span className={styles.quiet}>
                      {one.kinds
                        .map(({ kind, count }) => `${count} ${kind}`)
                        .join(' · ')}
                    </span>
                  </article>
                ))}
              </div>
            )
          }
        </LiveContent>
      </Section>
    </>
  );
}
