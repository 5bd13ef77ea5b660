import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Freshness } from '../freshness/Freshness';
import { HealthCountsBar } from '../health/HealthCountsBar';
import { IncidentList } from '../incidents/IncidentList';
import { Section } from '../page/PageFrame';
import { LiveContent } from '../states/LiveContent';
import { socleReactTranslationRef } from '../translation/ref';
import { areaSentence, AreaWords } from './area-sentence';
import { Headline } from './Headline';
import styles from './overview.module.css';
import { AreaHealth } from './use-area-state';

/**
 * Is it well, in a sentence and in numbers, and how fresh that is; then what is broken and why.
 * @public
 */
export function AreaHeadline(props: {
  of: AreaHealth;
  words: AreaWords;
  cluster?: string;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { of, words, cluster } = props;
  const { counted, incidents, broken } = of;
  return (
    <>
      {counted.data !== undefined && incidents.data && (
        <Headline
          mark={of.mark}
          sentence={areaSentence(of, words, count =>
            t('incident.affected', { count }),
          )}
        >
          <div className={styles.counts}>
            <HealthCountsBar counts={of.counts} hrefFor={of.hrefFor} />
          </div>
        </Headline>
      )}
      <Freshness
        sources={incidents.data?.sources}
        refreshedAt={incidents.refreshedAt}
        error={incidents.error ?? counted.error}
      />
      <Section title={t('incident.title')}>
        <LiveContent live={incidents} lines={5}>
          {({ sources }) => (
            <IncidentList
              incidents={broken}
              sources={sources}
              showCluster={!cluster}
            />
          )}
        </LiveContent>
      </Section>
    </>
  );
}
