import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  CardGrid,
  explorerRouteRef,
  Freshness,
  Headline,
  IncidentList,
  LiveContent,
  Section,
  socleApiRef,
  useLanguage,
  useLive,
} from '@socle/backstage-plugin-socle-react';
import { socleTranslationRef } from '../translation/ref';
import { ClusterCard } from './ClusterCard';
import { headlineOf, type Headline as HeadlineFigures } from './headline';
import { SystemsByArea } from './SystemsByArea';

/** Is it well? What is broken and why? What does it take down? Then what there is. */
export function OverviewPage({ cluster }: { cluster?: string }) {
  const { t } = useTranslationRef(socleTranslationRef);
  const api = useApi(socleApiRef);
  const language = useLanguage();
  const explorer = useRouteRef(explorerRouteRef)?.();
  const clusters = useLive({
    key: 'clusters',
    load: signal => api.getClusters({ signal }),
  });
  const incidents = useLive({
    key: `incidents ${cluster}`,
    load: signal => api.getIncidents({ cluster }, { signal }),
  });
  const systems = useLive({
    key: `systems ${cluster} ${language}`,
    load: signal => api.getSystems({ cluster, language }, { signal }),
  });
  const shownClusters = clusters.data?.filter(
    one => !cluster || one.name === cluster,
  );

  return (
    <>
      <PageHeadline
        clusters={shownClusters}
        incidents={incidents.data?.items}
      />
      <Freshness
        sources={incidents.data?.sources}
        refreshedAt={incidents.refreshedAt}
        error={incidents.error ?? clusters.error}
      />
      <Section title={t('overview.clusters')}>
        <LiveContent live={clusters} lines={4}>
          {() => (
            <CardGrid>
              {shownClusters?.map(one => (
                <ClusterCard key={one.name} cluster={one} explorer={explorer} />
              ))}
              {shownClusters?.length === 0 && t('overview.noClusters')}
            </CardGrid>
          )}
        </LiveContent>
      </Section>
      <Section title={t('overview.incidents')}>
        <LiveContent live={incidents} lines={5}>
          {answer => (
            <IncidentList
              incidents={answer.items}
              sources={answer.sources}
              showCluster={!cluster}
            />
          )}
        </LiveContent>
      </Section>
      <Section title={t('overview.systems')}>
        <LiveContent live={systems} lines={8}>
          {answer => (
            <SystemsByArea
              systems={answer.items}
              explorer={explorer}
              showCluster={!cluster && (clusters.data?.length ?? 0) > 1}
            />
          )}
        </LiveContent>
      </Section>
    </>
  );
}

function PageHeadline(props: Parameters<typeof headlineOf>[0]) {
  const headline = headlineOf(props);
  return (
    <Headline
      mark={headline?.mark}
      sentence={headline && <Sentence of={headline} />}
    />
  );
}

function Sentence(props: { of: HeadlineFigures }) {
  const { t } = useTranslationRef(socleTranslationRef);
  const { mark, incidents, affected } = props.of;
  if (incidents === 0) {
    return <>{t(mark === 'healthy' ? 'overview.well' : 'overview.notKnown')}</>;
  }
  return affected === 0 ? (
    <>{t('overview.alone', { count: incidents })}</>
  ) : (
    <>
      {t('overview.notWell', {
        count: incidents,
        affected: t('overview.affected', { count: affected }),
      })}
    </>
  );
}
