import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  refPath,
  ResourceDetail,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import {
  EmptyState,
  Freshness,
  HealthChip,
  LiveChain,
  LiveContent,
  RelativeTime,
  Section,
  socleApiRef,
  useLive,
  useRefParams,
} from '@socle/backstage-plugin-socle-react';
import { TransitionList } from '../timeline/TransitionList';
import { socleTranslationRef } from '../translation/ref';
import { chainViewOf } from './chain-view-of';
import styles from './detail.module.css';
import { FactsPanel } from './FactsPanel';
import { LinksPanel } from './LinksPanel';
import { RawYaml } from './RawYaml';
import { WhyPanel } from './WhyPanel';

/** One resource: how it is and why, what it stands in relation to, what happened to it. */
export function DetailPage() {
  const { t } = useTranslationRef(socleTranslationRef);
  const ref = useRefParams();
  return ref ? (
    <Detail key={refPath(ref)} resource={ref} />
  ) : (
    <EmptyState>{t('detail.badAddress')}</EmptyState>
  );
}

function Detail(props: { resource: ResourceRef }) {
  const { resource } = props;
  const { t } = useTranslationRef(socleTranslationRef);
  const api = useApi(socleApiRef);
  const path = refPath(resource);
  const live = useLive({
    key: `resource ${path}`,
    load: signal => api.getResource(resource, { signal }),
  });
  const history = useLive({
    key: `timeline ${path}`,
    load: signal =>
      api.getTimeline({ cluster: resource.cluster, ref: path }, { signal }),
  });
  const chainView = chainViewOf(resource);

  return (
    <>
      <Head resource={resource} detail={live.data} />
      <Freshness
        sources={live.data?.sources}
        refreshedAt={live.refreshedAt}
        error={live.error}
      />
      <LiveContent live={live} lines={10}>
        {detail => (
          <>
            <Section title={t('detail.why')}>
              <WhyPanel health={detail.health} />
            </Section>
            {chainView && (
              <Section title={t('detail.chain')}>
                <LiveChain hideFreshness view={chainView} resource={resource} />
              </Section>
            )}
            <div className={styles.columns}>
              <Section title={t('detail.facts')}>
                <FactsPanel facts={detail.facts} />
              </Section>
              <Section title={t('detail.links')}>
                <LinksPanel links={detail.links} />
              </Section>
            </div>
          </>
        )}
      </LiveContent>
      <Section title={t('detail.history')}>
        <LiveContent live={history} lines={3}>
          {answer => (
            <TransitionList
              ofOne
              transitions={answer.items}
              empty={t('detail.noHistory')}
            />
          )}
        </LiveContent>
      </Section>
      <Section title={t('detail.yaml')}>
        <RawYaml resource={resource} />
      </Section>
    </>
  );
}

function Head(props: { resource: ResourceRef; detail?: ResourceDetail }) {
  const { resource, detail } = props;
  return (
    <div>
      <span className={styles.quiet}>
        {[
          resource.cluster,
          resource.namespace,
          resource.apiVersion,
          resource.kind,
          detail?.system,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <div className={styles.head}>
        <h1 className={styles.name}>{resource.name}</h1>
        {detail && <HealthChip health={detail.health} />}
        {detail?.health.since && (
          <span className={styles.quiet}>
            <RelativeTime at={detail.health.since} />
          </span>
        )}
      </div>
    </div>
  );
}
