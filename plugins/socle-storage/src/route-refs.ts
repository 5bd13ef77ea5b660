import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The storage page. */
export const storageRouteRef = createRouteRef();

/** The chain of one claim or volume, by the parts of its ref path. */
export const storageChainRouteRef = createSubRouteRef({
  parent: storageRouteRef,
  path: '/chain/:cluster/:group/:version/:kind/:namespace/:name',
});
