import { Conventions } from '../conventions/conventions';
import { Manifest } from '../emission/manifest';
import { imageToWrite } from '../workloads/image';

/** What a Job asks of a service that has no operator. */
export interface RequestJob {
  name: string;
  namespace: string;
  labels: Record<string, string>;
  /** Where the token is. */
  secret: { name: string; key: string };
  /** The header that carries it, up to its value. */
  header: string;
  /** What is asked. Its values were checked: none can end a quoted text. */
  script: readonly string[];
}

/**
 * A Job that Argo CD runs anew at each sync. What it asks may be asked again: it looks first, and makes only what is
 * missing. The token goes by a file in memory, so that no list of processes shows it.
 */
export function requestJob(
  job: RequestJob,
  conventions: Conventions,
): Manifest {
  const lines = [
    'set -eu',
    'umask 077',
    `printf '${job.header}%s' "$TOKEN" > /tmp/header`,
    "ask() { curl --silent --show-error --max-time 30 --retry 5 --retry-connrefused --header @/tmp/header --header 'Content-Type: application/json' --output /tmp/answer --write-out '%{http_code}' \"$@\" > /tmp/code; read -r code < /tmp/code || true; }",
    'well() { case "$code" in 2*) ;; *) cat /tmp/answer >&2; echo "answered $code" >&2; exit 1 ;; esac; }',
    ...job.script,
  ];
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: job.name,
      namespace: job.namespace,
      labels: job.labels,
      annotations: {
        'argocd.argoproj.io/hook': 'Sync',
        'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
        'argocd.argoproj.io/sync-wave': '-1',
      },
    },
    spec: {
      backoffLimit: 3,
      activeDeadlineSeconds: 600,
      template: {
        metadata: { labels: job.labels },
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 65532,
            runAsGroup: 65532,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [
            {
              name: 'request',
              image: imageToWrite(conventions.images.curl, conventions),
              command: ['sh', '-c', `${lines.join('\n')}\n`],
              env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: job.secret } }],
              resources: {
                requests: { cpu: '10m', memory: '32Mi' },
                limits: { memory: '64Mi' },
              },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
              volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
            },
          ],
          volumes: [{ name: 'tmp', emptyDir: { medium: 'Memory' } }],
        },
      },
    },
  };
}
