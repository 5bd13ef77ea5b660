import { useApi } from '@backstage/frontend-plugin-api';
import { refPath, ResourceRef } from '@socle/backstage-plugin-socle-common';
import { socleApiRef } from '../api/api-ref';
import { Freshness } from '../freshness/Freshness';
import { useLive } from '../live/use-live';
import { LiveContent } from '../states/LiveContent';
import { ChainView } from './ChainView';

/**
 * The chain of one resource, kept up to date.
 * @public
 */
export function LiveChain(props: {
  view: string;
  resource: ResourceRef;
  /** Leaves the freshness to the page. */
  hideFreshness?: boolean;
}) {
  const api = useApi(socleApiRef);
  const { view, resource, hideFreshness } = props;
  const live = useLive({
    key: `chain ${view} ${refPath(resource)}`,
    load: signal => api.getChain(view, resource, { signal }),
  });
  return (
    <>
      {!hideFreshness && (
        <Freshness
          sources={live.data?.sources}
          refreshedAt={live.refreshedAt}
          error={live.error}
        />
      )}
      <LiveContent live={live} lines={8}>
        {chain => <ChainView chain={chain} start={resource} />}
      </LiveContent>
    </>
  );
}
