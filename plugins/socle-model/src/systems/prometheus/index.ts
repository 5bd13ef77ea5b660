import { defineSystem } from '../../definition/system';

/** @public Prometheus: recognised by the images of its server; what exports figures to it goes by versions of its own. */
export const prometheus = defineSystem({
  id: 'prometheus',
  title: 'Prometheus',
  area: 'observability',
  layer: 'platform',
  description:
    'Scrapes the figures of everything that runs, keeps them and raises alerts.',
  kinds: [],
  images: ['prometheus/prometheus', 'prom/prometheus', 'bitnami/prometheus'],
  docs: 'https://prometheus.io/docs/',
  translations: {
    fr: {
      description:
        'Relève les mesures de tout ce qui tourne, les garde et lève des alertes.',
      causes: {},
    },
  },
});
