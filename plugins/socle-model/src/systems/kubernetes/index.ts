import { defineSystem } from '../../definition/system';
import { event } from './event';
import { lease } from './lease';
import { namespace } from './namespace';
import { node } from './node';
import { resourceQuota } from './resource-quota';

export const kubernetes = defineSystem({
  id: 'kubernetes',
  title: 'Kubernetes',
  area: 'cluster',
  layer: 'infrastructure',
  description:
    'The nodes of the cluster, their heartbeats and leaders, its namespaces and what they may use.',
  kinds: [node, namespace, lease, event, resourceQuota],
  docs: 'https://kubernetes.io/docs/concepts/architecture/nodes/',
});
