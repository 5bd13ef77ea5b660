import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiGitBranchLine } from '@remixicon/react';
import {
  ClusterSelect,
  PageFrame,
  REF_PATH_PATTERN,
  useClusterParam,
} from '@socle/backstage-plugin-socle-react';
import { Route, Routes } from 'react-router-dom';
import { AppsTab } from '../apps/AppsTab';
import { ChainPage } from '../chain/ChainPage';
import { FluxTab } from '../flux/FluxTab';
import { OverviewTab } from '../overview/OverviewTab';
import { deliveryRouteRef } from '../route-refs';
import { SecretsTab } from '../secrets/SecretsTab';
import { SourcesTab } from '../sources/SourcesTab';
import { socleDeliveryTranslationRef } from '../translation/ref';

const TABS = [
  ['overview', ''],
  ['apps', '/apps'],
  ['flux', '/flux'],
  ['sources', '/sources'],
  ['secrets', '/secrets'],
] as const;

/** The pages below `/socle-delivery`, under one header. The chosen cluster goes along from tab to tab. */
export function DeliveryPage() {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const root = useRouteRef(deliveryRouteRef)?.() ?? '/socle-delivery';
  const [cluster, setCluster] = useClusterParam();
  const carried = cluster ? `?cluster=${encodeURIComponent(cluster)}` : '';
  return (
    <PageFrame
      title={t('title')}
      titleLink={root}
      icon={<RiGitBranchLine />}
      tabs={TABS.map(([id, path]) => ({
        id,
        label: t(`tabs.${id}`),
        href: `${root}${path}${carried}`,
      }))}
      actions={<ClusterSelect value={cluster} onChange={setCluster} />}
    >
      <Routes>
        <Route index element={<OverviewTab cluster={cluster} />} />
        <Route path="apps" element={<AppsTab cluster={cluster} />} />
        <Route path="flux" element={<FluxTab cluster={cluster} />} />
        <Route path="sources" element={<SourcesTab cluster={cluster} />} />
        <Route path="secrets" element={<SecretsTab cluster={cluster} />} />
        <Route
          path={`app/${REF_PATH_PATTERN}`}
          element={<ChainPage view="delivery" />}
        />
        <Route
          path={`secret/${REF_PATH_PATTERN}`}
          element={<ChainPage view="secret" />}
        />
      </Routes>
    </PageFrame>
  );
}
