import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { gateway } from './gateway';
import { gatewayClass } from './gateway-class';
import { referenceGrant } from './reference-grant';
import { grpcRoute, httpRoute, tlsRoute } from './route';

/** @public Gateway API: which host and path lead to which Service, and through which gateway. */
export const gatewayApi = defineSystem({
  id: 'gateway-api',
  title: 'Gateway API',
  area: 'network',
  layer: 'platform',
  description:
    'Leads what comes from outside to Services: gateways, their listeners, and the routes of each app.',
  kinds: [
    gatewayClass,
    gateway,
    httpRoute,
    grpcRoute,
    tlsRoute,
    referenceGrant,
  ],
  docs: 'https://gateway-api.sigs.k8s.io',
  translations: {
    fr: {
      description:
        'Conduit ce qui vient de l’extérieur vers des Services : les passerelles, leurs listeners et les routes de chaque application.',
      causes: CAUSES_FR,
    },
  },
});
