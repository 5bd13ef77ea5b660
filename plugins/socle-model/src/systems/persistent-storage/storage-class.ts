import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import {
  annotationAt,
  booleanAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { declaredByClass } from './declared';
import { definedInGit } from './defined-in-git';
import {
  isCsiName,
  provisionerDown,
  provisionerLinks,
  provisionerRuns,
} from './provisioners';

const DEFAULT_MARK = 'storageclass.kubernetes.io/is-default-class';
const OLDER_DEFAULT_MARK = 'storageclass.beta.kubernetes.io/is-default-class';

/** What a class says that only groups volumes, local disks as a rule. */
const BY_HAND = 'kubernetes.io/no-provisioner';

export type ClassFacts = {
  provisioner?: string;
  reclaimPolicy?: string;
  bindingMode?: string;
  allowExpansion?: boolean;
  isDefault?: boolean;
  /** It is marked as the default by the annotation from before 1.6. */
  olderMark?: true;
  /** Behind csi.kubevirt.io: the class of the infrastructure that its volumes come from. */
  infraClass?: string;
  /** The mark of the Application, Kustomization or HelmRelease that it comes from. */
  trackingId?: string;
};

const DEFAULT_KEY = 'defaultStorageClass:';

/** How volumes of a class are made. */
export const storageClass = defineKind<ClassFacts>({
  group: 'storage.k8s.io',
  kind: 'StorageClass',
  plural: 'storageclasses',
  versions: ['v1'],
  namespaced: false,
  entity: { type: 'storage-class' },
  title: 'Storage classes',
  statusless: true,
  project: projectClass,
  provides: ({ facts }) => (facts.isDefault ? [DEFAULT_KEY] : []),
  links: classLinks,
  health: (of, context) => definedInGit(of.meta) ?? judgeClass(of, context),
  reasons: [
    {
      code: 'StorageClassSeveralDefaults',
      cause: 'More than one class is marked as the default.',
      evidence:
        'metadata.annotations storageclass.kubernetes.io/is-default-class',
    },
    {
      code: 'StorageClassProvisionerDown',
      cause: 'The provisioner of the class has no ready pod.',
      evidence: 'status.readyReplicas of the Deployment',
    },
    {
      code: 'StorageClassWithoutDriver',
      cause: 'No driver of the name that the class gives is installed.',
      evidence: 'provisioner',
    },
    {
      code: 'StorageClassDriverUnknown',
      cause: 'Whether the driver of the class is there cannot be told.',
      evidence: 'provisioner',
    },
    {
      code: 'StorageClassReady',
      cause: 'The class has its provisioner.',
      evidence: 'provisioner',
      remedy: false,
    },
  ],
  shows: ['reclaimPolicy', 'allowExpansion', 'infraClass'],
});

function projectClass(raw: RawObject): ClassFacts {
  const isMarked = (annotation: string) =>
    annotationAt(raw, annotation) === 'true';
  const isDefault = isMarked(DEFAULT_MARK) || isMarked(OLDER_DEFAULT_MARK);
  return {
    provisioner: stringAt(raw, 'provisioner'),
    reclaimPolicy: stringAt(raw, 'reclaimPolicy'),
    bindingMode: stringAt(raw, 'volumeBindingMode'),
    allowExpansion: booleanAt(raw, 'allowVolumeExpansion') ?? false,
    ...(isDefault ? { isDefault } : {}),
    ...(isDefault && !isMarked(DEFAULT_MARK) ? { olderMark: true } : {}),
    infraClass: stringAt(raw, 'parameters', 'infraStorageClassName'),
    trackingId: trackingIdOf(raw, 'storage.k8s.io', 'StorageClass'),
  };
}

function classLinks({ facts }: Resource<ClassFacts>): Link[] {
  const { provisioner, isDefault } = facts;
  const links = [
    ...provisionerLinks(provisioner),
    ...managedBy(facts.trackingId),
  ];
  if (provisioner && isCsiName(provisioner)) {
    links.push(
      linkTo(
        'driver',
        { group: 'storage.k8s.io', kind: 'CSIDriver', name: provisioner },
        'target',
      ),
    );
  }
  if (isDefault) {
    links.push(
      linkByKey('default', DEFAULT_KEY, ['storage.k8s.io/StorageClass']),
    );
  }
  return links;
}

function judgeClass(
  { facts }: Resource<ClassFacts>,
  context: HealthContext,
): Verdict {
  const { provisioner } = facts;
  const evidence = [{ path: 'provisioner', value: provisioner ?? null }];
  if (!provisioner) {
    return unknown(
      'StorageClassDriverUnknown',
      'The class names no provisioner.',
      { evidence },
    );
  }
  const down = provisionerDown(provisioner, context);
  if (down) {
    return degraded(
      'StorageClassProvisionerDown',
      `No new volumes: ${down.message}.`,
      { evidence: [down.evidence] },
    );
  }
  const driver = context.target('driver');
  if (driver?.state === 'absent' && !provisionerRuns(context)) {
    return degraded(
      'StorageClassWithoutDriver',
      `No driver ${provisioner} is installed, so the class can make no volumes.`,
      { evidence },
    );
  }
  const several = severalDefaults(context);
  if (several) {
    return several;
  }
  if (driver?.state === 'notRead' && !provisionerRuns(context)) {
    return unknown(
      'StorageClassDriverUnknown',
      `Whether driver ${provisioner} is installed was not read.`,
      { evidence },
    );
  }
  const declared = declaredByClass(facts, context);
  return healthy(
    'StorageClassReady',
    provisioner === BY_HAND
      ? 'Makes no volumes: claims get those that were set up by hand.'
      : `Volumes are made by ${provisioner}${
          declared ? `; ${declared.says}` : ''
        }.`,
    declared?.how === 'single' ? { flags: ['notReplicated'] } : {},
  );
}

function severalDefaults(context: HealthContext): Verdict | undefined {
  const defaults = context
    .targets<ClassFacts>('default')
    .flatMap(one => (one.state === 'present' ? [one.resource] : []))
    // Of those of one second Kubernetes takes the first by name.
    .sort(
      (a, b) =>
        (b.meta.created ?? 0) - (a.meta.created ?? 0) ||
        (a.meta.name < b.meta.name ? -1 : 1),
    );
  if (defaults.length < 2) {
    return undefined;
  }
  const names = defaults.map(({ meta }) => meta.name);
  return degraded(
    'StorageClassSeveralDefaults',
    `${defaults.length} default classes (${names.join(
      ', ',
    )}): new claims without a class get ${names[0]}, the newest.`,
    {
      evidence: defaults.map(of => ({
        of,
        path: `metadata.annotations["${
          of.facts.olderMark ? OLDER_DEFAULT_MARK : DEFAULT_MARK
        }"]`,
        value: 'true',
      })),
    },
  );
}
