import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PageFrame,
  REF_PATH_PATTERN,
  socleRouteRef,
} from '@socle/backstage-plugin-socle-react';
import { Route, Routes } from 'react-router-dom';
import { DetailPage } from './detail/DetailPage';
import { ExplorerPage } from './explorer/ExplorerPage';
import { OverviewPage } from './overview/OverviewPage';
import { SocleIcon } from './SocleIcon';
import { TimelinePage } from './timeline/TimelinePage';
import { socleTranslationRef } from './translation/ref';

/** The pages below `/socle`, under one header. */
export function SoclePage() {
  const { t } = useTranslationRef(socleTranslationRef);
  const root = useRouteRef(socleRouteRef)?.() ?? '/socle';
  return (
    <PageFrame
      title={t('title')}
      titleLink={root}
      icon={<SocleIcon />}
      tabs={[
        { id: 'overview', label: t('tabs.overview'), href: root },
        {
          id: 'explorer',
          label: t('tabs.explorer'),
          href: `${root}/explorer`,
          matchStrategy: 'prefix',
        },
        { id: 'timeline', label: t('tabs.timeline'), href: `${root}/timeline` },
      ]}
    >
      <Routes>
        <Route index element={<OverviewPage />} />
        <Route path="explorer" element={<ExplorerPage />} />
        <Route path={`explorer/${REF_PATH_PATTERN}`} element={<DetailPage />} />
        <Route path="timeline" element={<TimelinePage />} />
      </Routes>
    </PageFrame>
  );
}
