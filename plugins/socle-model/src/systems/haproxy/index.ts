import { defineSystem } from '../../definition/system';

/** @public HAProxy: recognised where it runs in a cluster, often as a part of something else; one before the cluster is outside. */
export const haproxy = defineSystem({
  id: 'haproxy',
  title: 'HAProxy',
  area: 'network',
  layer: 'infrastructure',
  description:
    'Spreads connections over servers: before a cluster as its load balancer, or in it.',
  kinds: [],
  images: [
    'haproxytech/kubernetes-ingress',
    'haproxytech/haproxy-alpine',
    'haproxytech/haproxy-ubuntu',
    'haproxy',
    'haproxy-alpine',
  ],
  scattered: true,
  docs: 'https://docs.haproxy.org/',
  translations: {
    fr: {
      description:
        'Répartit les connexions entre des serveurs : devant un cluster comme répartiteur de charge, ou dedans.',
      causes: {},
    },
  },
});
