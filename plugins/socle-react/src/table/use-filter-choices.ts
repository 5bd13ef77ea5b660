import { useApi } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { socleApiRef } from '../api/api-ref';
import { useLive } from '../live/use-live';
import { useLanguage } from '../time/use-language';
import { FilterName } from './use-table-state';

/** A value that can be filtered by. */
export interface FilterChoice {
  id: string;
  label: string;
}

/** What the filters that depend on the clusters offer. */
export type FilterChoices = Record<
  'cluster' | 'system' | 'kind' | 'namespace',
  FilterChoice[]
>;

const NAMESPACES_SHOWN = 500;

function sorted(choices: Map<string, string>): FilterChoice[] {
  return [...choices]
    .map(([id, label]) => ({ id, label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/**
 * What there is to filter by, as far as the chosen cluster and systems say.
 */
export function useFilterChoices(options: {
  filters: FilterName[];
  cluster?: string[];
  system?: string[];
  /** The only kinds to offer. */
  kind?: string[];
}): FilterChoices {
  const { filters } = options;
  const api = useApi(socleApiRef);
  const language = useLanguage();
  const clusters = useLive({
    key: 'clusters',
    load: signal => api.getClusters({ signal }),
    disabled: !filters.includes('cluster'),
  });
  const systems = useLive({
    key: `systems ${language}`,
    load: signal => api.getSystems({ language }, { signal }),
    disabled: !filters.includes('system') && !filters.includes('kind'),
  });
  const namespaces = useLive({
    key: `namespaces ${options.cluster ?? ''}`,
    load: signal =>
      api.getResources(
        {
          cluster: options.cluster,
          kind: ['Namespace'],
          sort: 'name',
          limit: NAMESPACES_SHOWN,
        },
        { signal },
      ),
    disabled: !filters.includes('namespace'),
  });

  const { cluster, system, kind: only } = options;
  return useMemo(() => {
    const systemNames = new Map<string, string>();
    const kinds = new Map<string, string>();
    for (const one of systems.data?.items ?? []) {
      if (cluster?.length && !cluster.includes(one.cluster)) {
        continue;
      }
      systemNames.set(one.system, one.title);
      if (system?.length && !system.includes(one.system)) {
        continue;
      }
      for (const { group, kind } of one.kinds) {
        const id = `${group || 'core'}/${kind}`;
        if (!only || only.includes(id)) {
          kinds.set(id, kind);
        }
      }
    }
    return {
      cluster: (clusters.data ?? []).map(one => ({
        id: one.name,
        label: one.title,
      })),
      system: sorted(systemNames),
      kind: sorted(kinds),
      namespace: sorted(
        new Map(
          (namespaces.data?.items ?? []).map(one => [
            one.ref.name,
            one.ref.name,
          ]),
        ),
      ),
    };
  }, [clusters.data, systems.data, namespaces.data, cluster, system, only]);
}
