import {
  booleanAt,
  objectAt,
  stringAt,
  stringsAt,
  valueAt,
} from '@socle/backstage-plugin-socle-model';
import { Found, Rule, titleOf } from '../rule';
import { containersOf, PodTemplate, podTemplates } from './pod-templates';

/** Check 7: containers say what they need. */
export const resourcesMissing: Rule = {
  code: 'ContainerResourcesMissing',
  check: 7,
  severity: 'warning',
  title: 'Containers request CPU and memory, and limit memory.',
  find: repository =>
    podTemplates(repository).flatMap(template =>
      containersOf(template, ['containers']).flatMap(({ container, at }) => {
        const resources = objectAt(container, 'resources');
        const missing = [
          ['requests', 'cpu'],
          ['requests', 'memory'],
          ['limits', 'memory'],
        ].filter(path => valueAt(resources, ...path) === undefined);
        return missing.length === 0
          ? []
          : [
              lacks(
                template,
                container,
                Object.keys(resources).length > 0 ? [...at, 'resources'] : at,
                missing.map(path => `resources.${path.join('.')}`),
              ),
            ];
      }),
    ),
};

/** Check 7: containers may do no more than they need. */
export const notHardened: Rule = {
  code: 'ContainerNotHardened',
  check: 7,
  severity: 'warning',
  title:
    'Containers run as another user than root, gain no rights, and have a seccomp profile.',
  find: repository =>
    podTemplates(repository).flatMap(template => {
      const pod = objectAt(template.template, 'spec', 'securityContext');
      return containersOf(template).flatMap(({ container, at }) => {
        const own = objectAt(container, 'securityContext');
        const missing = [
          ...((booleanAt(own, 'runAsNonRoot') ??
            booleanAt(pod, 'runAsNonRoot')) === true
            ? []
            : ['securityContext.runAsNonRoot: true']),
          ...(booleanAt(own, 'allowPrivilegeEscalation') === false
            ? []
            : ['securityContext.allowPrivilegeEscalation: false']),
          ...(stringsAt(own, 'capabilities', 'drop').some(one =>
            /^all$/i.test(one),
          )
            ? []
            : ['securityContext.capabilities.drop: [ALL]']),
          ...(/^(RuntimeDefault|Localhost)$/.test(
            stringAt(own, 'seccompProfile', 'type') ??
              stringAt(pod, 'seccompProfile', 'type') ??
              '',
          )
            ? []
            : ['securityContext.seccompProfile.type: RuntimeDefault']),
          ...(booleanAt(own, 'privileged') === true
            ? ['privileged: false']
            : []),
        ];
        return missing.length === 0
          ? []
          : [
              lacks(
                template,
                container,
                Object.keys(own).length > 0 ? [...at, 'securityContext'] : at,
                missing,
              ),
            ];
      });
    }),
};

/** Check 7: what runs for ever says when it is ready and when it hangs. */
export const probesMissing: Rule = {
  code: 'ContainerProbesMissing',
  check: 7,
  severity: 'warning',
  title: 'Containers that run for ever have a readiness and a liveness probe.',
  find: repository =>
    podTemplates(repository)
      .filter(({ longRunning }) => longRunning)
      .flatMap(template =>
        containersOf(template, ['containers']).flatMap(({ container, at }) => {
          const missing = ['readinessProbe', 'livenessProbe'].filter(
            probe => valueAt(container, probe) === undefined,
          );
          return missing.length === 0
            ? []
            : [lacks(template, container, at, missing)];
        }),
      ),
};

function lacks(
  { document }: PodTemplate,
  container: Record<string, unknown>,
  at: Found['at'],
  missing: string[],
): Found {
  return {
    document,
    at,
    message: `The container ${
      stringAt(container, 'name') ?? '(without a name)'
    } of ${titleOf(document)} lacks ${missing
      .map(one => one.replace(/:.*$/, ''))
      .join(', ')}.`,
    fix: `Add ${missing.join(', ')}.`,
  };
}
