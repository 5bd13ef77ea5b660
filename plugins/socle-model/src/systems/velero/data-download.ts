import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { stringAt } from '../../reading/raw';
import { VELERO } from './api';
import {
  judgeMove,
  MoveFacts,
  moveLinks,
  moveReasons,
  readMove,
} from './volume-data';

export type DataDownloadFacts = MoveFacts & {
  claimNamespace?: string;
  claim?: string;
  sourceNamespace?: string;
};

/** The data of one volume, brought back from the storage location. */
export const dataDownload = defineKind<DataDownloadFacts>({
  ...VELERO,
  versions: ['v2alpha1'],
  kind: 'DataDownload',
  plural: 'datadownloads',
  title: 'Downloads of snapshots',
  project: raw => ({
    ...readMove(raw, 'restore'),
    claimNamespace: stringAt(raw, 'spec', 'targetVolume', 'namespace'),
    claim: stringAt(raw, 'spec', 'targetVolume', 'pvc'),
    sourceNamespace: stringAt(raw, 'spec', 'sourceNamespace'),
  }),
  links: of => {
    const { claimNamespace: namespace, claim } = of.facts;
    return [
      ...moveLinks(of, 'Restore'),
      ...(namespace && claim
        ? [
            linkTo('restores', {
              group: '',
              kind: 'PersistentVolumeClaim',
              namespace,
              name: claim,
            }),
          ]
        : []),
    ];
  },
  health: (of, context) => judgeMove(of, context, 'VeleroDataDownload'),
  reasons: moveReasons('VeleroDataDownload', 'download'),
  shows: ['sourceNamespace'],
});
