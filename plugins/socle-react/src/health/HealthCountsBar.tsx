import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  HEALTH_STATUSES,
  HealthCounts,
  HealthStatus,
} from '@socle/backstage-plugin-socle-common';
import { socleReactTranslationRef } from '../translation/ref';
import { MARK_COLOUR } from './health-mark';
import { HealthShape } from './HealthShape';
import styles from './health.module.css';

/**
 * How many resources stand at each health: a bar, and the numbers in words below it.
 * @public
 */
export function HealthCountsBar(props: {
  counts: HealthCounts;
  /** Makes each number a link, such as to the explorer with that filter. */
  hrefFor?: (status: HealthStatus) => string | undefined;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { counts, hrefFor } = props;
  const shown = HEALTH_STATUSES.filter(status => counts[status] > 0);
  const words = (status: HealthStatus) =>
    t(`countOf.${status}`, { count: counts[status] });

  if (shown.length === 0 && counts.uncounted === 0) {
    return <span className={styles.message}>{t('health.none')}</span>;
  }
  return (
    <div className={styles.counts}>
      <div className={styles.bar} aria-hidden>
        {shown.map(status => (
          <span
            key={status}
            className={styles.segment}
            style={{
              flexGrow: counts[status],
              background: MARK_COLOUR[status],
            }}
          />
        ))}
      </div>
      <ul
        className={styles.legend}
        aria-label={t('health.bar', { text: shown.map(words).join(', ') })}
      >
        {shown.map(status => {
          const href = hrefFor?.(status);
          return (
            <li key={status}>
              <HealthShape mark={status} size={11} />
              {href ? (
                <Link href={href} variant="body-small">
                  {words(status)}
                </Link>
              ) : (
                words(status)
              )}
            </li>
          );
        })}
        {counts.uncounted > 0 && (
          <li>{t('health.uncounted', { number: String(counts.uncounted) })}</li>
        )}
      </ul>
    </div>
  );
}
