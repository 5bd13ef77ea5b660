import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** @public The page of the plugin `socle`. Here and not there, so that every Socle frontend can link to it. */
export const socleRouteRef = createRouteRef();

/** @public The explorer: any resource of any system. */
export const explorerRouteRef = createSubRouteRef({
  parent: socleRouteRef,
  path: '/explorer',
});

/** @public One resource, by the parts of its ref path. */
export const resourceRouteRef = createSubRouteRef({
  parent: socleRouteRef,
  path: '/explorer/:cluster/:group/:version/:kind/:namespace/:name',
});

/**
 * The documentation that holds the runbooks. Bound by the plugin `socle`, as `socle.runbooks`.
 * @public
 */
export const runbooksRouteRef = createExternalRouteRef({
  params: ['namespace', 'kind', 'name'],
  defaultTarget: 'techdocs.docRoot',
});
