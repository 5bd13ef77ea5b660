import { defineKind } from '../../definition/kind';
import { AppProjectFacts, projectAppProject } from './app-project-facts';

/** A boundary for Applications. It has no state: what breaks it shows on the Application. */
export const appProject = defineKind<AppProjectFacts>({
  group: 'argoproj.io',
  kind: 'AppProject',
  plural: 'appprojects',
  versions: ['v1alpha1'],
  namespaced: true,
  reads: ['spec'],
  project: projectAppProject,
  statusless: true,
  stateless: true,
  shows: [
    'description',
    'sourceRepos',
    'destinations',
    'clusterResources',
    'syncWindows',
    'allowsEverything',
  ],
});
