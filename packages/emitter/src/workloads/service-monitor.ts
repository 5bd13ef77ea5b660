import { MonitoringInput } from '../apps/app-input';
import { Conventions } from '../conventions/conventions';
import { Manifest, syncAnnotations } from '../emission/manifest';

/** What Prometheus reads of the app's Services. */
export function serviceMonitor(
  app: string,
  namespace: string,
  serviceLabels: Record<string, string>,
  monitoring: MonitoringInput,
  conventions: Conventions,
): Manifest {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: {
      name: app,
      namespace,
      labels: conventions.monitoring.serviceMonitorLabels,
      annotations: syncAnnotations(1),
    },
    spec: {
      selector: { matchLabels: serviceLabels },
      endpoints: [
        {
          port: monitoring.port,
          path: monitoring.path ?? '/metrics',
          interval: monitoring.interval ?? '30s',
        },
      ],
    },
  };
}
