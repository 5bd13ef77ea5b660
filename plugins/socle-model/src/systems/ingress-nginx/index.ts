import { defineSystem } from '../../definition/system';

/** @public Ingress NGINX: recognised by its images; how it is, its workloads say. */
export const ingressNginx = defineSystem({
  id: 'ingress-nginx',
  title: 'Ingress NGINX',
  area: 'network',
  layer: 'platform',
  description:
    'Leads what comes from outside to Services, by Ingress rules on NGINX.',
  kinds: [],
  images: [
    'ingress-nginx/controller',
    'nginx/nginx-ingress',
    'nginxinc/nginx-ingress',
    'nginx-ingress-controller',
  ],
  docs: 'https://kubernetes.github.io/ingress-nginx/',
  translations: {
    fr: {
      description:
        'Conduit ce qui vient de l’extérieur vers des Services, par des règles Ingress sur NGINX.',
      causes: {},
    },
  },
});
