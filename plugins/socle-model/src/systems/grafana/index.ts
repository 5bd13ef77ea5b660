import { defineSystem } from '../../definition/system';

/** @public Grafana: recognised by its images; how it is, its workloads say. */
export const grafana = defineSystem({
  id: 'grafana',
  title: 'Grafana',
  area: 'observability',
  layer: 'platform',
  description: 'Dashboards over figures, logs and traces.',
  kinds: [],
  images: [
    'grafana/grafana',
    'grafana/grafana-enterprise',
    'grafana/grafana-oss',
    'bitnami/grafana',
  ],
  docs: 'https://grafana.com/docs/grafana/latest/',
  translations: {
    fr: {
      description:
        'Tableaux de bord sur les mesures, les journaux et les traces.',
      causes: {},
    },
  },
});
