import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { quantityAt } from '../../reading/quantities';
import {
  annotationAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { judgeVolume } from './persistent-volume-health';
import { VOLUME_REASONS } from './persistent-volume-reasons';
import { backendLinks } from './volume-backends';
import { homesOf, isUntied } from './volume-homes';
import { cephOf, sourceOf, whereaboutsOf } from './volume-source';
import { quotedAt } from '../../reading/wording';

export type VolumeFacts = {
  phase?: string;
  capacity?: number;
  reclaimPolicy?: string;
  claim?: { namespace: string; name: string; uid?: string };
  class?: string;
  accessModes?: string[];
  volumeMode?: string;
  /** Which of the sources of spec it has: csi, hostPath, local, nfs … */
  source?: string;
  driver?: string;
  handle?: string;
  /** Where the data lie outside the cluster: an NFS server, a portal of iSCSI … */
  server?: string;
  path?: string;
  /** Of Ceph's drivers: the cluster's id, and what the image or directory lies in. */
  backend?: { cluster?: string; pool?: string; filesystem?: string };
  /** The nodes it is tied to by host name. */
  hosts?: string[];
  /** Annotation of the hostpath provisioner: where the directory was made. */
  identityNode?: string;
  provisioner?: string;
  /** status.lastPhaseTransitionTime, in milliseconds. */
  phaseSince?: number;
  /** status.message. */
  said?: string;
  /** Why Longhorn finds no place for a copy, where its own objects may not be read. */
  schedulingError?: string;
};

/** A piece of storage, made for a claim or by hand. */
export const persistentVolume = defineKind<VolumeFacts>({
  group: '',
  kind: 'PersistentVolume',
  plural: 'persistentvolumes',
  versions: ['v1'],
  namespaced: false,
  title: 'Volumes',
  patienceMinutes: 0,
  project: projectVolume,
  links: volumeLinks,
  health: judgeVolume,
  reasons: VOLUME_REASONS,
  shows: ['capacity', 'accessModes', 'volumeMode', 'said', 'server', 'path'],
});

function projectVolume(raw: RawObject): VolumeFacts {
  const accessModes = stringsAt(raw, 'spec', 'accessModes');
  const hosts = hostsOf(raw);
  const claim = claimOf(raw);
  const backend = cephOf(raw);
  return {
    phase: stringAt(raw, 'status', 'phase'),
    capacity: quantityAt(raw, 'spec', 'capacity', 'storage'),
    reclaimPolicy: stringAt(raw, 'spec', 'persistentVolumeReclaimPolicy'),
    ...(claim ? { claim } : {}),
    class: stringAt(raw, 'spec', 'storageClassName'),
    ...(accessModes.length > 0 ? { accessModes } : {}),
    volumeMode: stringAt(raw, 'spec', 'volumeMode'),
    source: sourceOf(raw),
    driver: stringAt(raw, 'spec', 'csi', 'driver'),
    handle: stringAt(raw, 'spec', 'csi', 'volumeHandle'),
    ...whereaboutsOf(raw),
    ...(Object.keys(backend).length > 0 ? { backend } : {}),
    ...(hosts.length > 0 ? { hosts } : {}),
    identityNode: annotationAt(raw, 'hostPathProvisionerIdentity'),
    provisioner: annotationAt(raw, 'pv.kubernetes.io/provisioned-by'),
    phaseSince: timeAt(raw, 'status', 'lastPhaseTransitionTime'),
    said: quotedAt(raw, 'status', 'message'),
    schedulingError: quotedAt(
      raw,
      'metadata',
      'annotations',
      'longhorn.io/volume-scheduling-error',
    ),
  };
}

function claimOf(raw: RawObject): VolumeFacts['claim'] {
  const name = stringAt(raw, 'spec', 'claimRef', 'name');
  const uid = stringAt(raw, 'spec', 'claimRef', 'uid');
  return name
    ? {
        namespace: stringAt(raw, 'spec', 'claimRef', 'namespace') ?? '',
        name,
        ...(uid ? { uid } : {}),
      }
    : undefined;
}

/** Labels that name one node: Kubernetes' own, and those that drivers of local volumes put on theirs. */
const HOST_LABELS = [
  'kubernetes.io/hostname',
  'openebs.io/nodename',
  'openebs.io/nodeid',
  'topology.topolvm.io/node',
  'topology.topolvm.cybozu.com/node',
  'topology.hostpath.csi/node',
  'linbit.com/hostname',
];

/** Terms are alternatives; one without a host name leaves the volume free to be anywhere. */
function hostsOf(raw: RawObject): string[] {
  const terms = objectsAt(
    raw,
    'spec',
    'nodeAffinity',
    'required',
    'nodeSelectorTerms',
  );
  const perTerm = terms.map(term =>
    objectsAt(term, 'matchExpressions')
      .filter(
        one =>
          HOST_LABELS.includes(stringAt(one, 'key') ?? '') &&
          stringAt(one, 'operator') === 'In',
      )
      .flatMap(one => stringsAt(one, 'values')),
  );
  return perTerm.every(hosts => hosts.length > 0)
    ? [...new Set(perTerm.flat())]
    : [];
}

function volumeLinks({ facts }: Resource<VolumeFacts>): Link[] {
  const { claim } = facts;
  const links: Link[] = [];
  if (claim) {
    links.push(
      linkTo('claim', {
        group: '',
        kind: 'PersistentVolumeClaim',
        namespace: claim.namespace,
        name: claim.name,
      }),
    );
  }
  if (facts.class) {
    links.push(
      linkTo('class', {
        group: 'storage.k8s.io',
        kind: 'StorageClass',
        name: facts.class,
      }),
    );
  }
  links.push(...backendLinks(facts));
  if (isUntied(facts)) {
    links.push(linkByKey('couldStartOn', 'clusterNodes:', ['/Node']));
  }
  for (const name of homesOf(facts)) {
    links.push(linkTo('storedOn', { group: '', kind: 'Node', name }, 'target'));
  }
  return links;
}
