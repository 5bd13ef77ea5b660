import { VolumeInput } from '../apps/app-input';
import { Conventions } from '../conventions/conventions';
import { Manifest, syncAnnotations } from '../emission/manifest';

export function claimName(app: string, volume: string): string {
  return `${app}-${volume}`;
}

/** A claim that stays when its file is deleted: Argo CD would take the data with it. */
export function claim(
  app: string,
  namespace: string,
  volume: VolumeInput,
  { storage }: Conventions,
): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: claimName(app, volume.name),
      namespace,
      annotations: syncAnnotations(-1, ['Prune=false']),
    },
    spec: {
      accessModes: [volume.accessMode ?? 'ReadWriteOnce'],
      volumeMode: 'Filesystem',
      resources: { requests: { storage: volume.size } },
      storageClassName: volume.storageClass ?? storage.className,
    },
  };
}
