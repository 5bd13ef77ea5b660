import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  EmptyState,
  isAllRead,
  LiveContent,
  Quiet,
  socleApiRef,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { APPLICATION, PATTERNS } from '../apps/application';
import { PatternBadge } from '../apps/PatternBadge';
import { deliveryRouteRef } from '../route-refs';
import { socleDeliveryTranslationRef } from '../translation/ref';
import styles from './overview.module.css';

/** How many Applications are of each pattern; a number leads to them. */
export function PatternCounts(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { cluster } = props;
  const api = useApi(socleApiRef);
  const root = useRouteRef(deliveryRouteRef)?.() ?? '';
  const live = useLive({
    key: `patterns ${cluster}`,
    load: async signal => {
      const answers = await Promise.all(
        PATTERNS.map(pattern =>
          api.getResources(
            {
              kind: [APPLICATION],
              fact: [`pattern:${pattern}`],
              limit: 1,
              ...(cluster ? { cluster: [cluster] } : {}),
            },
            { signal },
          ),
        ),
      );
      return {
        counts: PATTERNS.map((pattern, at) => ({
          pattern,
          count: answers[at].total,
        })),
        sources: answers[0].sources,
      };
    },
  });
  return (
    <LiveContent live={live} lines={2}>
      {({ counts, sources }) =>
        counts.every(({ count }) => count === 0) ? (
          <EmptyState>
            {t(isAllRead(sources) ? 'apps.none' : 'apps.noneKnown')}
          </EmptyState>
        ) : (
          <ul className={styles.patterns} aria-label={t('overview.patterns')}>
            {counts.map(({ pattern, count }) => (
              <li key={pattern} className={styles.pattern}>
                <PatternBadge pattern={pattern} />
                <Quiet>{t(`pattern.${pattern}`)}</Quiet>
                <Link
                  variant="body-medium"
                  href={`${root}/apps?${new URLSearchParams({
                    ...(cluster ? { cluster } : {}),
                    fact: `pattern:${pattern}`,
                  })}`}
                >
                  {t('apps.count', { count })}
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </LiveContent>
  );
}
