import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { quantityAt } from '../../reading/quantities';
import {
  annotationAt,
  isObject,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import { judgeVolume } from './persistent-volume-health';
import { VOLUME_REASONS } from './persistent-volume-reasons';
import { homesOf } from './volume-homes';
import { quotedAt } from './wording';

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
  /** The nodes it is tied to by host name. */
  hosts?: string[];
  /** Annotation of the hostpath provisioner: where the directory was made. */
  identityNode?: string;
  provisioner?: string;
  /** status.lastPhaseTransitionTime, in milliseconds. */
  phaseSince?: number;
  /** status.message. */
  said?: string;
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
  shows: ['capacity', 'accessModes', 'volumeMode', 'said'],
});

function projectVolume(raw: RawObject): VolumeFacts {
  const accessModes = stringsAt(raw, 'spec', 'accessModes');
  const hosts = hostsOf(raw);
  const claim = claimOf(raw);
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
    ...(hosts.length > 0 ? { hosts } : {}),
    identityNode: annotationAt(raw, 'hostPathProvisionerIdentity'),
    provisioner: annotationAt(raw, 'pv.kubernetes.io/provisioned-by'),
    phaseSince: timeAt(raw, 'status', 'lastPhaseTransitionTime'),
    said: quotedAt(raw, 'status', 'message'),
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

/** Fields of spec that are no source of storage although they hold an object. */
const NOT_A_SOURCE = new Set(['capacity', 'claimRef', 'nodeAffinity']);

function sourceOf(raw: RawObject): string | undefined {
  return Object.entries(objectAt(raw, 'spec')).find(
    ([key, value]) => isObject(value) && !NOT_A_SOURCE.has(key),
  )?.[0];
}

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
          stringAt(one, 'key') === 'kubernetes.io/hostname' &&
          stringAt(one, 'operator') === 'In',
      )
      .flatMap(one => stringsAt(one, 'values')),
  );
  return perTerm.every(hosts => hosts.length > 0) ? perTerm.flat() : [];
}

/** Drivers whose volumes are objects of their own, and the driver that their key is made with. */
const BACKENDS: Record<
  string,
  { driver: string; kind: `${string}/${string}` } | undefined
> = {
  'driver.longhorn.io': {
    driver: 'driver.longhorn.io',
    kind: 'longhorn.io/Volume',
  },
  // Longhorn's name before 1.0, still on volumes made then.
  'io.rancher.longhorn': {
    driver: 'driver.longhorn.io',
    kind: 'longhorn.io/Volume',
  },
};

function volumeLinks({ facts }: Resource<VolumeFacts>): Link[] {
  const { claim, driver, handle } = facts;
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
  const backend =
    driver && Object.hasOwn(BACKENDS, driver) ? BACKENDS[driver] : undefined;
  if (backend && handle) {
    links.push(
      linkByKey(
        'volume',
        `volumeHandle:${backend.driver}/${handle}`,
        [backend.kind],
        'target',
      ),
    );
  }
  for (const name of homesOf(facts)) {
    links.push(linkTo('storedOn', { group: '', kind: 'Node', name }, 'target'));
  }
  return links;
}
