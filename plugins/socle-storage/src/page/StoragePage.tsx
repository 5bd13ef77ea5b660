import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiDatabase2Line } from '@remixicon/react';
import {
  ClusterSelect,
  PageFrame,
  REF_PATH_PATTERN,
  useClusterParam,
} from '@socle/backstage-plugin-socle-react';
import { Route, Routes } from 'react-router-dom';
import { CapacityTab } from '../capacity/CapacityTab';
import { ChainPage } from '../chain/ChainPage';
import { ClaimsTab } from '../claims/ClaimsTab';
import { ClassesTab } from '../classes/ClassesTab';
import { OverviewTab } from '../overview/OverviewTab';
import { VolumesTab } from '../replicas/VolumesTab';
import { storageRouteRef } from '../route-refs';
import { socleStorageTranslationRef } from '../translation/ref';
import { UnusedTab } from '../unused/UnusedTab';

const TABS = [
  ['overview', ''],
  ['claims', '/claims'],
  ['volumes', '/volumes'],
  ['classes', '/classes'],
  ['capacity', '/capacity'],
  ['unused', '/unused'],
] as const;

/** The pages below `/socle-storage`, under one header. The chosen cluster goes along from tab to tab. */
export function StoragePage() {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const root = useRouteRef(storageRouteRef)?.() ?? '/socle-storage';
  const [cluster, setCluster] = useClusterParam();
  const carried = cluster ? `?cluster=${encodeURIComponent(cluster)}` : '';
  return (
    <PageFrame
      title={t('title')}
      titleLink={root}
      icon={<RiDatabase2Line />}
      tabs={TABS.map(([id, path]) => ({
        id,
        label: t(`tabs.${id}`),
        href: `${root}${path}${carried}`,
      }))}
      actions={<ClusterSelect value={cluster} onChange={setCluster} />}
    >
      <Routes>
        <Route index element={<OverviewTab cluster={cluster} />} />
        <Route path="claims" element={<ClaimsTab cluster={cluster} />} />
        <Route path="volumes" element={<VolumesTab cluster={cluster} />} />
        <Route path="classes" element={<ClassesTab cluster={cluster} />} />
        <Route path="capacity" element={<CapacityTab cluster={cluster} />} />
        <Route path="unused" element={<UnusedTab cluster={cluster} />} />
        <Route path={`chain/${REF_PATH_PATTERN}`} element={<ChainPage />} />
      </Routes>
    </PageFrame>
  );
}
