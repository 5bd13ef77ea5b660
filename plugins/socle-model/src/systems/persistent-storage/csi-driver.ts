import { defineKind } from '../../definition/kind';
import { booleanAt } from '../../reading/raw';

export type DriverFacts = {
  attachRequired?: boolean;
  storageCapacity?: boolean;
};

/** A CSI driver that is installed; what it can do, no state of its own. */
export const csiDriver = defineKind<DriverFacts>({
  group: 'storage.k8s.io',
  kind: 'CSIDriver',
  plural: 'csidrivers',
  versions: ['v1'],
  namespaced: false,
  title: 'CSI drivers',
  stateless: true,
  project: raw => ({
    attachRequired: booleanAt(raw, 'spec', 'attachRequired'),
    storageCapacity: booleanAt(raw, 'spec', 'storageCapacity'),
  }),
  shows: ['attachRequired', 'storageCapacity'],
});
