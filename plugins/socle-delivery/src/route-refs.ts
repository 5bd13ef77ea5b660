import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page of delivery. */
export const deliveryRouteRef = createRouteRef();

/** The chain of what Argo CD or Flux delivers, by the parts of its ref path. */
export const appChainRouteRef = createSubRouteRef({
  parent: deliveryRouteRef,
  path: '/app/:cluster/:group/:version/:kind/:namespace/:name',
});

/** The chain of a secret, by the parts of the ref path of anything in it. */
export const secretChainRouteRef = createSubRouteRef({
  parent: deliveryRouteRef,
  path: '/secret/:cluster/:group/:version/:kind/:namespace/:name',
});
