import { KubeObject } from '@socle/simulator';
import { readClusterFolder } from '@socle/simulator/src/manifests/cluster-folder';

/** The CustomResourceDefinitions below a folder, as they are applied. */
export function definitionsIn(folder: string): KubeObject[] {
  return readClusterFolder(folder, Date.now())
    .objects.filter(({ kind }) => kind === 'CustomResourceDefinition')
    .map(({ status, ...definition }) => definition as KubeObject);
}
