import {
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '@socle/backstage-plugin-socle-model';
import { ReadDocument } from '../reading/read-file';
import { Repository } from '../reading/repository';
import { Found, Rule, titleOf } from '../rule';
import { PodTemplate, podTemplates } from './pod-templates';

interface Replicated extends PodTemplate {
  replicas: number;
  namespace?: string;
}

/** Workloads whose number of pods is written and not set by a HorizontalPodAutoscaler. */
function replicated(repository: Repository): Replicated[] {
  const scaled = new Set(
    repository.manifests
      .filter(({ value }) => value.kind === 'HorizontalPodAutoscaler')
      .map(({ value }) =>
        [
          stringAt(value, 'spec', 'scaleTargetRef', 'kind'),
          stringAt(value, 'spec', 'scaleTargetRef', 'name'),
        ].join('/'),
      ),
  );
  return podTemplates(repository)
    .filter(({ document }) =>
      /^(Deployment|StatefulSet)$/.test(String(document.value.kind)),
    )
    .filter(
      ({ document: { value } }) =>
        !scaled.has(
          `${String(value.kind)}/${stringAt(value, 'metadata', 'name')}`,
        ),
    )
    .map(template => ({
      ...template,
      replicas: numberAt(template.document.value, 'spec', 'replicas') ?? 1,
      namespace: namespaceOf(template.document, repository),
    }));
}

function namespaceOf(
  document: ReadDocument,
  { appOf }: Repository,
): string | undefined {
  return (
    stringAt(document.value, 'metadata', 'namespace') ??
    appOf.get(document)?.namespace
  );
}

function budgets(repository: Repository) {
  return repository.manifests
    .filter(({ value }) => value.kind === 'PodDisruptionBudget')
    .map(document => ({
      document,
      namespace: namespaceOf(document, repository),
      selector: objectAt(document.value, 'spec', 'selector'),
    }));
}

function covers(
  budget: ReturnType<typeof budgets>[number],
  workload: Replicated,
): boolean {
  return (
    (budget.namespace === undefined ||
      workload.namespace === undefined ||
      budget.namespace === workload.namespace) &&
    selects(budget.selector, objectAt(workload.template, 'metadata', 'labels'))
  );
}

/** Whether a label selector picks labels; what cannot be read picks nothing. */
function selects(selector: RawObject, labels: RawObject): boolean {
  const wanted = Object.entries(objectAt(selector, 'matchLabels'));
  const expressions = objectsAt(selector, 'matchExpressions');
  return (
    wanted.every(([key, value]) => labels[key] === value) &&
    expressions.every(expression => {
      const key = stringAt(expression, 'key') ?? '';
      const values = valueAt(expression, 'values');
      const among = Array.isArray(values) && values.includes(labels[key]);
      switch (expression.operator) {
        case 'In':
          return among;
        case 'NotIn':
          return !among;
        case 'Exists':
          return Object.hasOwn(labels, key);
        case 'DoesNotExist':
          return !Object.hasOwn(labels, key);
        default:
          return false;
      }
    })
  );
}

/** Check 8: a drain takes one pod at a time. */
export const budgetMissing: Rule = {
  code: 'DisruptionBudgetMissing',
  check: 8,
  severity: 'warning',
  title: 'Workloads of two pods and more have a PodDisruptionBudget.',
  find: repository => {
    const known = budgets(repository);
    return replicated(repository)
      .filter(({ replicas }) => replicas > 1)
      .filter(workload => !known.some(budget => covers(budget, workload)))
      .filter(
        ({ document }) => repository.appOf.get(document)?.complete !== false,
      )
      .map(
        ({ document, replicas }): Found => ({
          document,
          at: ['spec', 'replicas'],
          message: `${titleOf(
            document,
          )} has ${replicas} pods and no PodDisruptionBudget: a drain may take all of them.`,
          fix: 'Add a PodDisruptionBudget with maxUnavailable: 1 that selects its pods.',
        }),
      );
  },
};

/** Check 8: pods are spread over nodes. */
export const spreadMissing: Rule = {
  code: 'SpreadMissing',
  check: 8,
  severity: 'warning',
  title: 'The pods of a workload are spread over nodes.',
  find: repository =>
    replicated(repository)
      .filter(({ replicas }) => replicas > 1)
      .filter(({ template }) => !isSpread(objectAt(template, 'spec')))
      .map(
        ({ document, replicas }): Found => ({
          document,
          at: ['spec', 'replicas'],
          message: `Nothing keeps the ${replicas} pods of ${titleOf(
            document,
          )} from one node.`,
          fix: 'Add topologySpreadConstraints with topologyKey: kubernetes.io/hostname.',
        }),
      ),
};

const NODE = 'kubernetes.io/hostname';

function isSpread(spec: RawObject): boolean {
  const terms = [
    ...objectsAt(spec, 'topologySpreadConstraints'),
    ...objectsAt(
      spec,
      'affinity',
      'podAntiAffinity',
      'requiredDuringSchedulingIgnoredDuringExecution',
    ),
    ...objectsAt(
      spec,
      'affinity',
      'podAntiAffinity',
      'preferredDuringSchedulingIgnoredDuringExecution',
    ).map(term => objectAt(term, 'podAffinityTerm')),
  ];
  return terms.some(term => stringAt(term, 'topologyKey') === NODE);
}

/** Check 8: a budget for a single pod blocks drains. */
export const budgetBlocks: Rule = {
  code: 'DisruptionBudgetBlocksDrain',
  check: 8,
  severity: 'warning',
  title: 'A workload of one pod has no PodDisruptionBudget.',
  find: repository => {
    const workloads = replicated(repository);
    return budgets(repository).flatMap((budget): Found[] => {
      const covered = workloads.filter(one => covers(budget, one));
      const single =
        covered.length > 0 && covered.every(({ replicas }) => replicas === 1);
      if (!single) {
        return [];
      }
      const { value } = budget.document;
      const unavailable = valueAt(value, 'spec', 'maxUnavailable');
      const blocks =
        unavailable === undefined || unavailable === 0 || unavailable === '0%';
      return [
        {
          document: budget.document,
          at: [
            'spec',
            unavailable === undefined ? 'minAvailable' : 'maxUnavailable',
          ],
          severity: blocks ? 'warning' : 'note',
          message: blocks
            ? `${titleOf(
                budget.document,
              )} lets nobody drain the node of the only pod.`
            : `${titleOf(budget.document)} protects nothing: there is one pod.`,
          fix: 'Remove it, or run two pods.',
        },
      ];
    });
  },
};
