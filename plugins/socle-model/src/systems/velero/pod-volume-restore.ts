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

export type PodVolumeRestoreFacts = MoveFacts & {
  podNamespace?: string;
  podName?: string;
  volume?: string;
  sourceNamespace?: string;
};

/** The files of one volume of a pod, written back by the node agent. */
export const podVolumeRestore = defineKind<PodVolumeRestoreFacts>({
  ...VELERO,
  kind: 'PodVolumeRestore',
  plural: 'podvolumerestores',
  title: 'File restores',
  project: raw => ({
    ...readMove(raw, 'restore'),
    podNamespace: stringAt(raw, 'spec', 'pod', 'namespace'),
    podName: stringAt(raw, 'spec', 'pod', 'name'),
    volume: stringAt(raw, 'spec', 'volume'),
    sourceNamespace: stringAt(raw, 'spec', 'sourceNamespace'),
  }),
  links: of => {
    const { podNamespace: namespace, podName } = of.facts;
    return [
      ...moveLinks(of, 'Restore'),
      ...(namespace && podName
        ? [linkTo('pod', { group: '', kind: 'Pod', namespace, name: podName })]
        : []),
    ];
  },
  health: (of, context) => judgeMove(of, context, 'VeleroPodVolumeRestore'),
  reasons: moveReasons('VeleroPodVolumeRestore', 'file restore'),
  shows: ['volume', 'sourceNamespace'],
});
