import { defineSystem } from '../../definition/system';

/** @public Loki: recognised by its images; how it is, its workloads say. */
export const loki = defineSystem({
  id: 'loki',
  title: 'Loki',
  area: 'observability',
  layer: 'platform',
  description: 'Keeps logs by their labels.',
  kinds: [],
  images: ['grafana/loki', 'bitnami/grafana-loki'],
  docs: 'https://grafana.com/docs/loki/latest/',
  translations: {
    fr: {
      description: 'Garde les journaux d’après leurs étiquettes.',
      causes: {},
    },
  },
});
