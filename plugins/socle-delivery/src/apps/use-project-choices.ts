import { useApi } from '@backstage/frontend-plugin-api';
import { socleApiRef, useLive } from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';

const MOST_PROJECTS = 500;

/** The projects that Applications can be filtered by. None where they may not be read: the table is worth showing. */
export function useProjectChoices(
  cluster: string | undefined,
): Array<{ id: string; label: string }> {
  const api = useApi(socleApiRef);
  const { data } = useLive({
    key: `projects ${cluster}`,
    load: signal =>
      api.getResources(
        {
          kind: ['argoproj.io/AppProject'],
          sort: 'name',
          limit: MOST_PROJECTS,
          ...(cluster ? { cluster: [cluster] } : {}),
        },
        { signal },
      ),
  });
  return useMemo(() => {
    const names = new Set(data?.items.map(one => one.ref.name));
    return [...names].map(name => ({ id: name, label: name }));
  }, [data]);
}
