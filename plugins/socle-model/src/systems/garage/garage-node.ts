import { defineKind } from '../../definition/kind';
import { stringAt } from '../../reading/raw';

/** How Garage's nodes find each other in Kubernetes. It says nothing of how a node is. */
export type GarageNodeFacts = { hostname?: string; address?: string };

export const garageNode = defineKind<GarageNodeFacts>({
  group: 'deuxfleurs.fr',
  kind: 'GarageNode',
  plural: 'garagenodes',
  versions: ['v1'],
  namespaced: true,
  stateless: true,
  reads: ['spec.hostname', 'spec.address'],
  project: raw => ({
    hostname: stringAt(raw, 'spec', 'hostname'),
    address: stringAt(raw, 'spec', 'address'),
  }),
  shows: ['hostname', 'address'],
});
