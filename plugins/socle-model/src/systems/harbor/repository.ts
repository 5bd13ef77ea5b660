import { defineKind } from '../../definition/kind';
import { numberAt, stringAt } from '../../reading/raw';
import { HARBOR, linkWithin } from './harbor-object';

/** A row of artifacts under one name, which begins with the project's. */
export type RepositoryFacts = {
  updated?: string;
  artifacts?: number;
  pulls?: number;
};

export const repository = defineKind<RepositoryFacts>({
  ...HARBOR,
  kind: 'Repository',
  plural: 'repositories',
  stateless: true,
  project: raw => ({
    updated: stringAt(raw, 'spec', 'updated'),
    artifacts: numberAt(raw, 'status', 'artifactCount'),
    pulls: numberAt(raw, 'status', 'pullCount'),
  }),
  links: ({ meta }) =>
    linkWithin('project', 'Project', meta.name.split('/')[0], meta, 'target'),
  shows: ['updated', 'artifacts', 'pulls'],
});
