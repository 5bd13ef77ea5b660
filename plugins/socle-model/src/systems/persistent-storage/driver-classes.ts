import { defineKind, KindDefinition } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { stringAt } from '../../reading/raw';

type DriverClassFacts = { driver?: string; deletionPolicy?: string };

function driverClass(
  group: string,
  kind: string,
  plural: string,
  versions: string[],
  title: string,
  field: string,
): KindDefinition {
  return defineKind<DriverClassFacts>({
    group,
    kind,
    plural,
    versions,
    namespaced: false,
    title,
    stateless: true,
    project: raw => ({
      driver: stringAt(raw, field),
      deletionPolicy: stringAt(raw, 'deletionPolicy'),
    }),
    links: ({ facts }) =>
      facts.driver
        ? [
            linkTo(
              'driver',
              {
                group: 'storage.k8s.io',
                kind: 'CSIDriver',
                name: facts.driver,
              },
              'target',
            ),
          ]
        : [],
    shows: ['deletionPolicy'],
  });
}

/** How a driver is asked for snapshots of several claims. */
export const volumeGroupSnapshotClass = driverClass(
  'groupsnapshot.storage.k8s.io',
  'VolumeGroupSnapshotClass',
  'volumegroupsnapshotclasses',
  ['v1', 'v1beta2', 'v1beta1', 'v1alpha1'],
  'Group snapshot classes',
  'driver',
);

/** Attributes that a claim may ask for or change to, such as the number of operations per second. */
export const volumeAttributesClass = driverClass(
  'storage.k8s.io',
  'VolumeAttributesClass',
  'volumeattributesclasses',
  ['v1', 'v1beta1', 'v1alpha1'],
  'Attribute classes',
  'driverName',
);
