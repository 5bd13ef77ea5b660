import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { Condition, conditionsAt } from '../../reading/conditions';
import { quantityAt } from '../../reading/quantities';
import {
  annotationAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { judgeClaim } from './claim-health';
import { CLAIM_REASONS } from './claim-reasons';
import { ownedBy } from './owner';
import { provisionerLinks } from './provisioners';
import { quotedAt } from '../../reading/wording';

/** What a driver says of the data, in claims since Kubernetes 1.37. */
export type DriverHealth = {
  status: string;
  reason?: string;
  message?: string;
};

export type ClaimFacts = {
  phase?: string;
  /** Bytes that the volume really has. */
  capacity?: number;
  /** Bytes asked for. */
  request?: number;
  /** '' is set on purpose and means none; absent means the default class. */
  class?: string;
  volumeName?: string;
  accessModes?: string[];
  volumeMode?: string;
  conditions?: Condition[];
  /** status.allocatedResourceStatuses.storage, before 1.28 status.resizeStatus: where growing stands. */
  growth?: string;
  /** It stands in the older field. */
  growthInResizeStatus?: true;
  /** status.modifyVolumeStatus.status: where a change of attributes class stands. */
  change?: string;
  driverHealth?: DriverHealth[];
  /** Who has to make the volume. */
  provisioner?: string;
  /** The node the scheduler chose. */
  selectedNode?: string;
  dataSource?: {
    group: string;
    kind: string;
    name: string;
    namespace?: string;
  };
  /** The mark of the Application, Kustomization or HelmRelease that it comes from. */
  trackingId?: string;
};

/** A claim on storage and the volume it got. */
export const persistentVolumeClaim = defineKind<ClaimFacts>({
  group: '',
  kind: 'PersistentVolumeClaim',
  plural: 'persistentvolumeclaims',
  versions: ['v1'],
  namespaced: true,
  title: 'Claims',
  judgesDeletion: true,
  patienceMinutes: 0,
  project: projectClaim,
  links: claimLinks,
  health: judgeClaim,
  reasons: CLAIM_REASONS,
  shows: ['accessModes', 'volumeMode', 'capacity', 'request'],
});

function projectClaim(raw: RawObject): ClaimFacts {
  const conditions = conditionsAt(raw);
  const driverHealth = objectsAt(
    raw,
    'status',
    'healthStatus',
    'healthConditions',
  ).map(one => ({
    status: stringAt(one, 'status') ?? '',
    ...optional('reason', stringAt(one, 'reason')),
    ...optional('message', quotedAt(one, 'message')),
  }));
  const accessModes = stringsAt(raw, 'spec', 'accessModes');
  return {
    phase: stringAt(raw, 'status', 'phase'),
    capacity: quantityAt(raw, 'status', 'capacity', 'storage'),
    request: quantityAt(raw, 'spec', 'resources', 'requests', 'storage'),
    class: className(raw),
    volumeName: stringAt(raw, 'spec', 'volumeName'),
    volumeMode: stringAt(raw, 'spec', 'volumeMode'),
    ...(accessModes.length > 0 ? { accessModes } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...growthOf(raw),
    change: stringAt(raw, 'status', 'modifyVolumeStatus', 'status'),
    ...(driverHealth.length > 0 ? { driverHealth } : {}),
    provisioner:
      annotationAt(raw, 'volume.kubernetes.io/storage-provisioner') ??
      annotationAt(raw, 'volume.beta.kubernetes.io/storage-provisioner'),
    selectedNode: annotationAt(raw, 'volume.kubernetes.io/selected-node'),
    dataSource: dataSourceOf(raw),
    ...optional('trackingId', trackingIdOf(raw, '', 'PersistentVolumeClaim')),
  };
}

function growthOf(
  raw: RawObject,
): Pick<ClaimFacts, 'growth' | 'growthInResizeStatus'> {
  const growth = stringAt(
    raw,
    'status',
    'allocatedResourceStatuses',
    'storage',
  );
  const older = stringAt(raw, 'status', 'resizeStatus');
  return growth === undefined && older
    ? { growth: older, growthInResizeStatus: true }
    : { growth };
}

function className(raw: RawObject): string | undefined {
  const value = valueAt(raw, 'spec', 'storageClassName');
  return typeof value === 'string'
    ? value
    : annotationAt(raw, 'volume.beta.kubernetes.io/storage-class');
}

function dataSourceOf(raw: RawObject): ClaimFacts['dataSource'] {
  for (const field of ['dataSourceRef', 'dataSource']) {
    const source = objectAt(raw, 'spec', field);
    const kind = stringAt(source, 'kind');
    const name = stringAt(source, 'name');
    if (kind && name) {
      return {
        group: stringAt(source, 'apiGroup') ?? '',
        kind,
        name,
        ...optional('namespace', stringAt(source, 'namespace')),
      };
    }
  }
  return undefined;
}

function claimLinks({ meta, facts }: Resource<ClaimFacts>): Link[] {
  const links: Link[] = [...ownedBy(meta), ...managedBy(facts.trackingId)];
  const { namespace = '', name } = meta;
  if (facts.volumeName) {
    links.push(
      linkTo(
        'volume',
        { group: '', kind: 'PersistentVolume', name: facts.volumeName },
        'target',
      ),
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
  const template = /^(.+)-\d+$/.exec(name)?.[1];
  if (template) {
    links.push(
      linkByKey('claimTemplate', `claimTemplate:${namespace}/${template}`, [
        'apps/StatefulSet',
      ]),
    );
  }
  if (facts.dataSource) {
    links.push(linkTo('dataSource', { namespace, ...facts.dataSource }));
  }
  if (facts.phase === 'Pending') {
    // Once there is a volume, it works without the provisioner.
    links.push(...provisionerLinks(facts.provisioner));
  }
  return links;
}

/** A fact that is left out where there is none. */
function optional<K extends string, V>(key: K, value: V | undefined) {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
