import { useApi } from '@backstage/frontend-plugin-api';
import { Live, useLive } from '@socle/backstage-plugin-socle-react';
import {
  PlatformChoices,
  socleScaffolderApiRef,
} from '../api/socle-scaffolder-api';

/** What the platform has agreed on, kept up to date. */
export function usePlatform(cluster?: string): Live<PlatformChoices> {
  const api = useApi(socleScaffolderApiRef);
  return useLive({
    key: `platform ${cluster ?? ''}`,
    load: signal => api.platform(cluster, { signal }),
  });
}
