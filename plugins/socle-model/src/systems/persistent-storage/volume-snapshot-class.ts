import { defineKind } from '../../definition/kind';
import { Link, linkByKey, linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { annotationAt, RawObject, stringAt } from '../../reading/raw';
import { definedInGit } from './defined-in-git';

export type SnapshotClassFacts = {
  driver?: string;
  deletionPolicy?: string;
  isDefault?: boolean;
};

/** How snapshots of a class are taken. */
export const volumeSnapshotClass = defineKind<SnapshotClassFacts>({
  group: 'snapshot.storage.k8s.io',
  kind: 'VolumeSnapshotClass',
  plural: 'volumesnapshotclasses',
  versions: ['v1', 'v1beta1'],
  namespaced: false,
  title: 'Snapshot classes',
  statusless: true,
  project: projectSnapshotClass,
  provides: ({ facts }) => defaultKeys(facts),
  links: snapshotClassLinks,
  health: (of, context) =>
    definedInGit(of.meta) ?? judgeSnapshotClass(of, context),
  reasons: [
    {
      code: 'SnapshotClassWithoutDriver',
      cause:
        'No driver of the name that the snapshot class gives is installed.',
      evidence: 'driver',
    },
    {
      code: 'SnapshotClassSeveralDefaults',
      cause: 'More than one snapshot class is the default of one driver.',
      evidence:
        'metadata.annotations snapshot.storage.kubernetes.io/is-default-class',
    },
    {
      code: 'SnapshotClassDriverUnknown',
      cause:
        'Whether the driver of the snapshot class is there cannot be told.',
      evidence: 'driver',
    },
    {
      code: 'SnapshotClassReady',
      cause: 'The snapshot class has its driver.',
      evidence: 'driver',
      remedy: false,
    },
  ],
  shows: ['deletionPolicy'],
});

function projectSnapshotClass(raw: RawObject): SnapshotClassFacts {
  const isDefault =
    annotationAt(raw, 'snapshot.storage.kubernetes.io/is-default-class') ===
    'true';
  return {
    driver: stringAt(raw, 'driver'),
    deletionPolicy: stringAt(raw, 'deletionPolicy'),
    ...(isDefault ? { isDefault } : {}),
  };
}

function defaultKeys({ isDefault, driver }: SnapshotClassFacts): string[] {
  return isDefault && driver ? [`defaultSnapshotClass:${driver}`] : [];
}

function snapshotClassLinks({ facts }: Resource<SnapshotClassFacts>): Link[] {
  const { driver } = facts;
  return [
    ...(driver
      ? [
          linkTo(
            'driver',
            { group: 'storage.k8s.io', kind: 'CSIDriver', name: driver },
            'target' as const,
          ),
        ]
      : []),
    ...defaultKeys(facts).map(key =>
      linkByKey('default', key, [
        'snapshot.storage.k8s.io/VolumeSnapshotClass',
      ]),
    ),
  ];
}

function judgeSnapshotClass(
  { facts }: Resource<SnapshotClassFacts>,
  context: HealthContext,
): Verdict {
  const { driver } = facts;
  const evidence = [{ path: 'driver', value: driver ?? null }];
  const found = context.target('driver');
  if (!driver || !found) {
    return unknown(
      'SnapshotClassDriverUnknown',
      'The snapshot class names no driver.',
      { evidence },
    );
  }
  if (found.state === 'absent') {
    return degraded(
      'SnapshotClassWithoutDriver',
      `No driver ${driver} is installed, so the class can take no snapshots.`,
      { evidence },
    );
  }
  const defaults = context
    .targets('default')
    .flatMap(one => (one.state === 'present' ? [one.resource] : []));
  if (defaults.length > 1) {
    return degraded(
      'SnapshotClassSeveralDefaults',
      `${defaults.length} default snapshot classes for ${driver} (${defaults
        .map(({ meta }) => meta.name)
        .join(', ')}): snapshots without a class are refused.`,
      {
        evidence: defaults.map(of => ({
          of,
          path: 'metadata.annotations["snapshot.storage.kubernetes.io/is-default-class"]',
          value: 'true',
        })),
      },
    );
  }
  return found.state === 'present'
    ? healthy('SnapshotClassReady', `Snapshots are taken by ${driver}.`)
    : unknown(
        'SnapshotClassDriverUnknown',
        `Whether driver ${driver} is installed was not read.`,
        { evidence },
      );
}
