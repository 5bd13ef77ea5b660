import { Manifest, syncAnnotations } from '../emission/manifest';

/** Lets a drain take one pod at a time. */
export function disruptionBudget(
  app: string,
  namespace: string,
  podLabels: Record<string, string>,
): Manifest {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: app, namespace, annotations: syncAnnotations(1) },
    spec: { maxUnavailable: 1, selector: { matchLabels: podLabels } },
  };
}
