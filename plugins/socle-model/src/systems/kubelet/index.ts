import { defineSystem } from '../../definition/system';
import { CAUSES_FR } from './causes.fr';
import { claimUsage } from './claim-usage';
import { nodeFilesystem } from './node-filesystem';
import { statsProbe } from './stats-probe';

/** What the kubelets measure: how full claims and the nodes' own file systems are. */
export const kubelet = defineSystem({
  id: 'kubelet',
  title: 'Kubelet measurements',
  area: 'storage',
  layer: 'infrastructure',
  description:
    "How full claims and the nodes' file systems are, as each node's kubelet measures it.",
  kinds: [claimUsage, nodeFilesystem],
  probes: [statsProbe],
  docs: 'https://kubernetes.io/docs/reference/instrumentation/node-metrics/',
  translations: {
    fr: {
      title: 'Mesures du kubelet',
      description:
        'Le remplissage des demandes et des systèmes de fichiers des nœuds, tel que le mesure le kubelet de chaque nœud.',
      causes: CAUSES_FR,
    },
  },
});
