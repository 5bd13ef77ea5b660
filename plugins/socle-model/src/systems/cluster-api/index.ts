import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { cluster } from './cluster';
import { machine } from './machine';
import { machineHealthCheck } from './machine-health-check';
import {
  kubeadmControlPlane,
  machineDeployment,
  machineSet,
} from './machine-replicas';

export const clusterApi = defineSystem({
  id: 'cluster-api',
  title: 'Cluster API',
  area: 'cluster',
  layer: 'infrastructure',
  description:
    'Clusters and their machines in groups of nodes, made and replaced by definition.',
  kinds: [
    cluster,
    kubeadmControlPlane,
    machineDeployment,
    machineSet,
    machine,
    machineHealthCheck,
  ],
  images: ['cluster-api/cluster-api-controller'],
  docs: 'https://cluster-api.sigs.k8s.io/',
  translations: {
    fr: {
      description:
        'Des clusters et leurs machines par groupes de nœuds, créés et remplacés d’après leur définition.',
      causes: CAUSES_FR,
    },
  },
});
