import { Manifest } from '../emission/manifest';

/** The Service in front of the pods: each port under its name. */
export function service(
  app: string,
  namespace: string,
  labels: Record<string, string>,
  ports: ReadonlyArray<{ name: string; port: number }>,
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: app, namespace, labels },
    spec: {
      type: 'ClusterIP',
      selector: labels,
      ports: ports.map(({ name, port }) => ({
        name,
        port,
        protocol: 'TCP',
        targetPort: name,
      })),
    },
  };
}
