import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page of data services. */
export const dataServicesRouteRef = createRouteRef();

/** The chain of one instance, by the parts of its ref path. */
export const instanceRouteRef = createSubRouteRef({
  parent: dataServicesRouteRef,
  path: '/instance/:cluster/:group/:version/:kind/:namespace/:name',
});
