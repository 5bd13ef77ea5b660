import { defineKind } from '../../definition/kind';
import { numberAt, stringsAt } from '../../reading/raw';
import { TOLD } from './told';

export type GroupFacts = {
  /** How many copies its resources are to have. */
  placeCount?: number;
  /** The properties of nodes that two copies may not share. */
  onDifferent: string[];
};

/** How the copies of its resources are placed. No state of its own. */
export const resourceGroup = defineKind<GroupFacts>({
  ...TOLD,
  kind: 'ResourceGroup',
  plural: 'resourcegroups',
  title: 'LINSTOR resource groups',
  stateless: true,
  project: raw => ({
    placeCount: numberAt(raw, 'spec', 'placeCount'),
    onDifferent: stringsAt(raw, 'spec', 'replicasOnDifferent'),
  }),
  shows: ['placeCount', 'onDifferent'],
});
