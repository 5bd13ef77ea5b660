import { defineSystem } from '../../definition/system';
import { apiService } from './api-service';
import { CAUSES_FR } from './causes.fr';
import { event } from './event';
import { lease } from './lease';
import { limitRange } from './limit-range';
import { namespace } from './namespace';
import { node } from './node';
import { resourceQuota } from './resource-quota';

export const kubernetes = defineSystem({
  id: 'kubernetes',
  title: 'Kubernetes',
  area: 'cluster',
  layer: 'infrastructure',
  description:
    'The nodes of the cluster, their heartbeats and leaders, its namespaces and what they may use, and the APIs it serves.',
  kinds: [node, namespace, lease, event, resourceQuota, limitRange, apiService],
  docs: 'https://kubernetes.io/docs/concepts/architecture/nodes/',
  translations: {
    fr: {
      description:
        'Les nœuds du cluster, leurs signaux de vie et leurs leaders, ses namespaces et ce qu’ils peuvent consommer, et les API qu’il sert.',
      causes: CAUSES_FR,
    },
  },
});
