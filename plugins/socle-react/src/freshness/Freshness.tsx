import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { SourceStatus } from '@socle/backstage-plugin-socle-common';
import { formatAge } from '../time/age';
import { useLanguage } from '../time/use-language';
import { useNow } from '../time/use-now';
import { formatDuration } from '../values/units';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './freshness.module.css';
import { TroubledSources, troubledSources } from './troubled-sources';

/**
 * How fresh what is shown is. One quiet line while every source is live; a banner that names the clusters and ages
 * as soon as one is not, or as soon as the engine itself does not answer.
 * @public
 */
export function Freshness(props: {
  sources?: SourceStatus[];
  refreshedAt?: number;
  error?: Error;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const language = useLanguage();
  const now = useNow(5_000);
  const { sources, refreshedAt, error } = props;
  const age = (at: string | number) =>
    formatAge(Math.min(new Date(at).getTime(), now), now, language);

  if (error && refreshedAt !== undefined) {
    return (
      <Alert
        status="warning"
        icon
        role="status"
        title={t('freshness.engine', { age: age(refreshedAt) })}
        description={error.message}
      />
    );
  }
  if (!sources || refreshedAt === undefined) {
    return null;
  }
  const groups = troubledSources(sources);
  const loud = groups.filter(group => group.state !== 'notPermitted');
  if (loud.length > 0) {
    return (
      <Alert
        status={loud[0].state === 'syncing' ? 'info' : 'warning'}
        icon
        role="status"
        title={
          <span className={styles.lines}>
            {loud.map(group => (
              <span key={`${group.cluster} ${group.state}`}>
                {t('freshness.cluster', {
                  cluster: group.cluster,
                  state: t(`freshness.${group.state}`).toLocaleLowerCase(),
                  duration: formatDuration(
                    Math.max(0, now - Date.parse(group.since)) / 1000,
                    language,
                    { whole: true },
                  ),
                })}{' '}
                ({t('freshness.sources', { count: group.sources.length })})
              </span>
            ))}
          </span>
        }
        description={
          <>
            {loud[0].state !== 'syncing' && t('freshness.lastKnown')}
            <SourceList groups={loud} age={age} />
          </>
        }
      />
    );
  }
  const refused = groups.flatMap(group => group.sources);
  return (
    <span className={styles.chip}>
      <span
        className={styles.dot}
        aria-hidden
        data-quiet={refused.length > 0}
      />
      {t('freshness.live')} ·{' '}
      {t('freshness.refreshed', { age: age(refreshedAt) })}
      {refused.length > 0 && (
        <span
          title={refused.map(one => `${one.cluster}: ${one.source}`).join('\n')}
        >
          · {t('freshness.quiet', { count: refused.length })}
        </span>
      )}
    </span>
  );
}

function SourceList(props: {
  groups: TroubledSources[];
  age: (at: string) => string;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  return (
    <details className={styles.details}>
      <summary>{t('freshness.details')}</summary>
      <ul>
        {props.groups.flatMap(group =>
          group.sources.map(one => (
            <li key={`${one.cluster} ${one.source}`}>
              {one.cluster}: {one.source}, {props.age(one.since)}
              {one.message && ` – ${one.message}`}
            </li>
          )),
        )}
      </ul>
    </details>
  );
}
