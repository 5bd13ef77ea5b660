import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiStackLine } from '@remixicon/react';
import {
  ClusterSelect,
  PageFrame,
  REF_PATH_PATTERN,
  useClusterParam,
} from '@socle/backstage-plugin-socle-react';
import { Route, Routes } from 'react-router-dom';
import { BackupsTab } from '../backups/BackupsTab';
import { InstancePage } from '../chain/InstancePage';
import { ContentsTab } from '../contents/ContentsTab';
import { OverviewTab } from '../overview/OverviewTab';
import { dataServicesRouteRef } from '../route-refs';
import { socleDataServicesTranslationRef } from '../translation/ref';

const TABS = [
  ['overview', ''],
  ['contents', '/contents'],
  ['backups', '/backups'],
] as const;

/** The pages below `/socle-data-services`, under one header. The chosen cluster goes along from tab to tab. */
export function DataServicesPage() {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const root = useRouteRef(dataServicesRouteRef)?.() ?? '/socle-data-services';
  const [cluster, setCluster] = useClusterParam();
  const carried = cluster ? `?cluster=${encodeURIComponent(cluster)}` : '';
  return (
    <PageFrame
      title={t('title')}
      titleLink={root}
      icon={<RiStackLine />}
      tabs={TABS.map(([id, path]) => ({
        id,
        label: t(`tabs.${id}`),
        href: `${root}${path}${carried}`,
      }))}
      actions={<ClusterSelect value={cluster} onChange={setCluster} />}
    >
      <Routes>
        <Route index element={<OverviewTab cluster={cluster} />} />
        <Route path="contents" element={<ContentsTab cluster={cluster} />} />
        <Route path="backups" element={<BackupsTab cluster={cluster} />} />
        <Route
          path={`instance/${REF_PATH_PATTERN}`}
          element={<InstancePage />}
        />
      </Routes>
    </PageFrame>
  );
}
