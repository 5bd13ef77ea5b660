import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ClusterSelect,
  PageFrame,
  REF_PATH_PATTERN,
  socleRouteRef,
  useClusterParam,
} from '@socle/backstage-plugin-socle-react';
import { Route, Routes } from 'react-router-dom';
import { DetailPage } from './detail/DetailPage';
import { ExplorerPage } from './explorer/ExplorerPage';
import { OverviewPage } from './overview/OverviewPage';
import { SocleIcon } from './SocleIcon';
import { TimelinePage } from './timeline/TimelinePage';
import { socleTranslationRef } from './translation/ref';

/**
 * The pages below `/socle`, under one header. The chosen cluster goes along from tab to tab; the explorer chooses it
 * among its filters.
 */
export function SoclePage() {
  const { t } = useTranslationRef(socleTranslationRef);
  const root = useRouteRef(socleRouteRef)?.() ?? '/socle';
  const [cluster, setCluster] = useClusterParam();
  const carried = cluster ? `?cluster=${encodeURIComponent(cluster)}` : '';
  const select = <ClusterSelect value={cluster} onChange={setCluster} />;
  return (
    <PageFrame
      title={t('title')}
      titleLink={root}
      icon={<SocleIcon />}
      tabs={[
        {
          id: 'overview',
          label: t('tabs.overview'),
          href: `${root}${carried}`,
        },
        {
          id: 'explorer',
          label: t('tabs.explorer'),
          href: `${root}/explorer${carried}`,
          matchStrategy: 'prefix',
        },
        {
          id: 'timeline',
          label: t('tabs.timeline'),
          href: `${root}/timeline${carried}`,
        },
      ]}
      actions={
        <Routes>
          <Route index element={select} />
          <Route path="timeline" element={select} />
          <Route path="*" element={null} />
        </Routes>
      }
    >
      <Routes>
        <Route index element={<OverviewPage cluster={cluster} />} />
        <Route path="explorer" element={<ExplorerPage />} />
        <Route path={`explorer/${REF_PATH_PATTERN}`} element={<DetailPage />} />
        <Route path="timeline" element={<TimelinePage cluster={cluster} />} />
      </Routes>
    </PageFrame>
  );
}
