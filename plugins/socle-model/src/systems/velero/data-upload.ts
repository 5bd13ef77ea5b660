import { defineKind } from '../../definition/kind';
import { linkByKey, linkTo } from '../../definition/link';
import { labelAt, stringAt } from '../../reading/raw';
import { GROUP, VELERO } from './api';
import {
  judgeMove,
  MoveFacts,
  moveLinks,
  moveReasons,
  readMove,
  repositoryKey,
} from './volume-data';

export type DataUploadFacts = MoveFacts & {
  claimNamespace?: string;
  claim?: string;
  claimUid?: string;
  /** '' and velero stand for the built-in one, which keeps its data in a repository. */
  mover?: string;
};

/** The data of one CSI snapshot, moved to the storage location. */
export const dataUpload = defineKind<DataUploadFacts>({
  ...VELERO,
  versions: ['v2alpha1'],
  kind: 'DataUpload',
  plural: 'datauploads',
  title: 'Uploads of snapshots',
  project: raw => ({
    ...readMove(raw, 'backup'),
    claimNamespace: stringAt(raw, 'spec', 'sourceNamespace'),
    claim: stringAt(raw, 'spec', 'sourcePVC'),
    claimUid: labelAt(raw, 'velero.io/pvc-uid'),
    mover: stringAt(raw, 'spec', 'datamover'),
  }),
  links: of => {
    const { claimNamespace: namespace, claim, location, mover } = of.facts;
    const links = moveLinks(of, 'Backup');
    if (namespace && claim) {
      links.push(
        linkTo('backupOf', {
          group: '',
          kind: 'PersistentVolumeClaim',
          namespace,
          name: claim,
        }),
      );
    }
    if (namespace && location && (mover === undefined || mover === 'velero')) {
      links.push(
        linkByKey(
          'repository',
          repositoryKey(of.meta, namespace, location, 'kopia'),
          [`${GROUP}/BackupRepository`],
          'target',
        ),
      );
    }
    return links;
  },
  health: (of, context) => judgeMove(of, context, 'VeleroDataUpload'),
  reasons: moveReasons('VeleroDataUpload', 'upload'),
  shows: ['claimUid'],
});
