import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { annotationAt, labelAt, stringAt } from '../../reading/raw';
import { GROUP, VELERO } from './api';
import {
  judgeMove,
  MoveFacts,
  moveLinks,
  moveReasons,
  readMove,
  repositoryKey,
} from './volume-data';

export type PodVolumeBackupFacts = MoveFacts & {
  podNamespace?: string;
  podName?: string;
  volume?: string;
  claim?: string;
  claimUid?: string;
  uploader: string;
};

/** The files of one volume of a pod, read by the node agent. */
export const podVolumeBackup = defineKind<PodVolumeBackupFacts>({
  ...VELERO,
  kind: 'PodVolumeBackup',
  plural: 'podvolumebackups',
  title: 'File backups',
  project: raw => ({
    ...readMove(raw, 'backup'),
    podNamespace: stringAt(raw, 'spec', 'pod', 'namespace'),
    podName: stringAt(raw, 'spec', 'pod', 'name'),
    volume: stringAt(raw, 'spec', 'volume'),
    claim: annotationAt(raw, 'velero.io/pvc-name'),
    claimUid: labelAt(raw, 'velero.io/pvc-uid'),
    uploader: stringAt(raw, 'spec', 'uploaderType') ?? 'kopia',
  }),
  links: volumeLinks,
  health: (of, context) => judgeMove(of, context, 'VeleroPodVolumeBackup'),
  reasons: moveReasons('VeleroPodVolumeBackup', 'file backup'),
  shows: ['volume', 'claimUid'],
});

function volumeLinks(of: Resource<PodVolumeBackupFacts>): Link[] {
  const {
    podNamespace: namespace,
    podName,
    claim,
    location,
    uploader,
  } = of.facts;
  const links = moveLinks(of, 'Backup');
  if (!namespace) {
    return links;
  }
  if (podName) {
    links.push(
      linkTo('pod', { group: '', kind: 'Pod', namespace, name: podName }),
    );
  }
  if (claim) {
    links.push(
      linkTo('backupOf', {
        group: '',
        kind: 'PersistentVolumeClaim',
        namespace,
        name: claim,
      }),
    );
  }
  if (location) {
    links.push(
      linkByKey(
        'repository',
        repositoryKey(of.meta, namespace, location, uploader),
        [`${GROUP}/BackupRepository`],
        'target',
      ),
    );
  }
  return links;
}
