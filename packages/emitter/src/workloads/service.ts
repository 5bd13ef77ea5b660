import { Manifest } from '../emission/manifest';
import { WorkloadLabels } from './deployment';

/** The Service in front of the pods: each port under its name. */
export function service(
  app: string,
  namespace: string,
  labels: WorkloadLabels,
  ports: ReadonlyArray<{ name: string; port: number }>,
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: app, namespace, labels: labels.all },
    spec: {
      type: 'ClusterIP',
      selector: labels.picked,
      ports: ports.map(({ name, port }) => ({
        name,
        port,
        protocol: 'TCP',
        targetPort: name,
      })),
    },
  };
}
