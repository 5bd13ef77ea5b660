import { defineSystem } from '../../definition/system';
import { appProject } from './app-project';
import { application } from './application';
import { applicationSet } from './application-set';

export const argoCd = defineSystem({
  id: 'argo-cd',
  title: 'Argo CD',
  area: 'delivery',
  layer: 'platform',
  description: 'Brings what Git says into the cluster and keeps it so.',
  kinds: [application, applicationSet, appProject],
  images: ['argoproj/argocd'],
  docs: 'https://argo-cd.readthedocs.io',
});
