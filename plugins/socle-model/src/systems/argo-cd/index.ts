import { defineSystem } from '../../definition/system';
import { appProject } from './app-project';
import { application } from './application';
import { applicationSet } from './application-set';
import { CAUSES_FR } from './causes.fr';

export const argoCd = defineSystem({
  id: 'argo-cd',
  title: 'Argo CD',
  area: 'delivery',
  layer: 'platform',
  description: 'Brings what Git says into the cluster and keeps it so.',
  kinds: [application, applicationSet, appProject],
  images: ['argoproj/argocd'],
  docs: 'https://argo-cd.readthedocs.io',
  translations: {
    fr: {
      description: 'Amène dans le cluster ce que dit Git et l’y maintient.',
      causes: CAUSES_FR,
    },
  },
});
