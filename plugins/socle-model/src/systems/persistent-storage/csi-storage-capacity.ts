import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { quantityAt } from '../../reading/quantities';
import { isObject, stringAt, stringMapAt, valueAt } from '../../reading/raw';

export type CapacityFacts = {
  class?: string;
  capacity?: number;
  maximumVolumeSize?: number;
  /** Labels of the nodes that reach it; {} is every node, absent is none. */
  topology?: Record<string, string>;
};

/** How much a driver can still give to a class in one part of the cluster. */
export const csiStorageCapacity = defineKind<CapacityFacts>({
  group: 'storage.k8s.io',
  kind: 'CSIStorageCapacity',
  plural: 'csistoragecapacities',
  versions: ['v1'],
  namespaced: true,
  title: 'Storage capacity',
  stateless: true,
  project: raw => ({
    class: stringAt(raw, 'storageClassName'),
    capacity: quantityAt(raw, 'capacity'),
    maximumVolumeSize: quantityAt(raw, 'maximumVolumeSize'),
    ...(isObject(valueAt(raw, 'nodeTopology'))
      ? { topology: stringMapAt(raw, 'nodeTopology', 'matchLabels') }
      : {}),
  }),
  links: ({ facts }) =>
    facts.class
      ? [
          linkTo('class', {
            group: 'storage.k8s.io',
            kind: 'StorageClass',
            name: facts.class,
          }),
        ]
      : [],
  shows: ['capacity', 'maximumVolumeSize', 'topology'],
});
