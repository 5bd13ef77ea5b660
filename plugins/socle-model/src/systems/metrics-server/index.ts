import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { metricsApi } from './metrics-api';
import { nodeMetrics, probedNodeMetrics } from './node-metrics';
import { podMetrics } from './pod-metrics';
import { metricsProbe } from './probe';

export const metricsServer = defineSystem({
  id: 'metrics-server',
  title: 'Metrics Server',
  area: 'cluster',
  layer: 'platform',
  description: 'What nodes and pods use of processor and memory right now.',
  kinds: [metricsApi, probedNodeMetrics, nodeMetrics, podMetrics],
  probes: [metricsProbe],
  images: ['metrics-server/metrics-server', 'metrics-server'],
  docs: 'https://kubernetes-sigs.github.io/metrics-server/',
  translations: {
    fr: {
      description:
        'Ce que nœuds et pods consomment de processeur et de mémoire en ce moment.',
      causes: CAUSES_FR,
    },
  },
});
