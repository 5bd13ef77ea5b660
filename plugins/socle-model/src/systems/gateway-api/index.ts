import { defineSystem } from '../../definition/system';
import { gateway } from './gateway';
import { gatewayClass } from './gateway-class';
import { referenceGrant } from './reference-grant';
import { grpcRoute, httpRoute } from './route';

/** @public Gateway API: which host and path lead to which Service, and through which gateway. */
export const gatewayApi = defineSystem({
  id: 'gateway-api',
  title: 'Gateway API',
  area: 'network',
  layer: 'platform',
  description:
    'Leads what comes from outside to Services: gateways, their listeners, and the routes of each app.',
  kinds: [gatewayClass, gateway, httpRoute, grpcRoute, referenceGrant],
  docs: 'https://gateway-api.sigs.k8s.io',
});
