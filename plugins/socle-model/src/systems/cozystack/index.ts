import { defineSystem } from '../../definition/system';
import { applicationKinds } from './application';
import { backupKinds } from './backups';
import { CAUSES_FR } from './causes.fr';
import { kubernetesApp } from './kubernetes-app';
import { workloadMonitor } from './workload-monitor';

/** Cozystack, and Hikube which is built on it, as a tenant sees the provider's side. */
export const cozystack = defineSystem({
  id: 'cozystack',
  title: 'Cozystack and Hikube',
  area: 'storage',
  layer: 'infrastructure',
  description:
    "The provider's side of a tenant: its Kubernetes clusters, disks, buckets and managed services.",
  kinds: [kubernetesApp, ...applicationKinds, workloadMonitor, ...backupKinds],
  docs: 'https://cozystack.io/docs/',
  translations: {
    fr: {
      title: 'Cozystack et Hikube',
      description:
        'Ce que le fournisseur tient pour un locataire : ses clusters Kubernetes, ses disques, ses compartiments et ses services gérés.',
      causes: CAUSES_FR,
    },
  },
});
