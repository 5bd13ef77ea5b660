import { Manifest, syncAnnotations } from '../emission/manifest';

/** The namespace of an app; deleting it takes a confirmation, since all in it goes with it. */
export function namespaceManifest(name: string, podSecurity: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { 'pod-security.kubernetes.io/enforce': podSecurity },
      annotations: syncAnnotations(-5, ['Prune=confirm', 'Delete=confirm']),
    },
  };
}
