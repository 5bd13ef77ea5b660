import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { conditionsAt } from '../../reading/conditions';
import {
  isObject,
  numberAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';
import { timeAt } from '../../reading/times';
import {
  APPLICATION_SET_REASONS,
  ApplicationSetFacts,
  judgeApplicationSet,
} from './application-set-health';
import { classifyApplication, patternFacts } from './patterns';
import { parentOf } from './tracking';

export const applicationSet = defineKind<ApplicationSetFacts>({
  group: 'argoproj.io',
  kind: 'ApplicationSet',
  plural: 'applicationsets',
  versions: ['v1alpha1'],
  namespaced: true,
  reads: [
    'metadata.annotations',
    'metadata.ownerReferences',
    'spec',
    'status.conditions',
    'status.resources',
    'status.resourcesCount',
    'status.applicationStatus',
  ],
  project,
  links: ({ facts }) =>
    facts.parent
      ? [
          linkTo(
            'parent',
            { group: 'argoproj.io', kind: 'Application', ...facts.parent },
            'source',
          ),
        ]
      : [],
  health: judgeApplicationSet,
  reasons: APPLICATION_SET_REASONS,
  shows: [
    'pattern',
    'patternReason',
    'patternConfidence',
    'patternShape',
    'generators',
    'project',
  ],
});

function project(raw: RawObject): ApplicationSetFacts {
  const resources = valueAt(raw, 'status', 'resources');
  const generated =
    numberAt(raw, 'status', 'resourcesCount') ??
    (Array.isArray(resources) ? resources.length : undefined);
  const projectName = stringAt(raw, 'spec', 'template', 'spec', 'project');
  const parent = parentOf(raw);
  const steps = objectsAt(raw, 'status', 'applicationStatus').flatMap(
    one => timeAt(one, 'lastTransitionTime') ?? [],
  );
  return {
    ...patternFacts(classifyApplication(raw)),
    conditions: conditionsAt(raw),
    generators: objectsAt(raw, 'spec', 'generators')
      .flatMap(generator =>
        Object.keys(generator).filter(key => isObject(generator[key])),
      )
      .filter(key => key !== 'selector')
      .slice(0, 20),
    ...(projectName ? { project: projectName } : {}),
    ...(generated !== undefined ? { generated } : {}),
    ...(steps.length > 0 ? { stepped: Math.max(...steps) } : {}),
    ...(parent ? { parent } : {}),
  };
}
