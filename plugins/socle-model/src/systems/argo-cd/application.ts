import { defineKind } from '../../definition/kind';
import { Link, linkTo, objectKey } from '../../definition/link';
import { Meta } from '../../definition/resource';
import {
  APPLICATION_READS,
  ApplicationFacts,
  projectApplication,
} from './application-facts';
import { judgeApplication, judgeSkipped } from './application-health';
import { APPLICATION_REASONS } from './application-reasons';
import { managedLinks } from './managed';

const GROUP = 'argoproj.io';

export const application = defineKind<ApplicationFacts>({
  group: GROUP,
  kind: 'Application',
  plural: 'applications',
  versions: ['v1alpha1'],
  namespaced: true,
  reads: APPLICATION_READS,
  project: projectApplication,
  // A tracking id without a namespace means the control plane's, which those that carry it take to be `argocd`.
  provides: ({ facts, meta }) =>
    facts.controlPlane === meta.namespace && meta.namespace !== 'argocd'
      ? [objectKey(GROUP, 'Application', 'argocd', meta.name)]
      : [],
  links: ({ facts, meta }) => [
    linkTo('project', {
      group: GROUP,
      kind: 'AppProject',
      namespace: facts.controlPlane ?? meta.namespace,
      name: facts.project,
    }),
    ...(facts.parent
      ? [
          linkTo(
            'parent',
            { group: GROUP, kind: 'Application', ...facts.parent },
            'source',
          ),
        ]
      : []),
    ...generatorLinks(meta),
    ...renderingLinks(facts, meta),
    ...managedLinks(facts.manages, {
      kind: `${GROUP}/Application`,
      namespace: meta.namespace,
      name: meta.name,
    }),
  ],
  judgesDeletion: true,
  // The rules know since when each kind of progress has been going on.
  patienceMinutes: 0,
  suspended: judgeSkipped,
  health: judgeApplication,
  reasons: APPLICATION_REASONS,
  shows: [
    'pattern',
    'registered',
    'patternReason',
    'patternConfidence',
    'patternShape',
    'sources',
    'externalURLs',
    'syncWave',
    'orphansOnDelete',
    'revision',
    'operationRevision',
    'controlPlane',
  ],
});

/** With repo-server down no Application can be compared: then it is that, and not each of them. */
function renderingLinks(facts: ApplicationFacts, meta: Meta): Link[] {
  return facts.sync === 'Unknown' ||
    facts.conditions?.some(one => one.type === 'ComparisonError')
    ? [
        linkTo(
          'renderedBy',
          {
            group: 'apps',
            kind: 'Deployment',
            namespace: facts.controlPlane ?? meta.namespace,
            name: 'argocd-repo-server',
          },
          'target',
        ),
      ]
    : [];
}

/** The ApplicationSet that generated it. */
function generatorLinks({ owners = [], namespace }: Meta): Link[] {
  return owners
    .filter(owner => owner.kind === 'ApplicationSet')
    .map(({ kind, name }) =>
      linkTo('ownedBy', { group: GROUP, kind, namespace, name }, 'source'),
    );
}
