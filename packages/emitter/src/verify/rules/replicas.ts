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
  /** The HorizontalPodAutoscaler that sets the number. */
  scaler?: ReadDocument;
  namespace?: string;
}

/** Workloads, with how many pods they have at least: as written, or as a HorizontalPodAutoscaler has them. */
function replicated(repository: Repository): Replicated[] {
  const scaled = new Map(
    repository.manifests
      .filter(({ value }) => value.kind === 'HorizontalPodAutoscaler')
      .map(document => [
        [
          stringAt(document.value, 'spec', 'scaleTargetRef', 'kind'),
          stringAt(document.value, 'spec', 'scaleTargetRef', 'name'),
        ].join('/'),
        document,
      ]),
  );
  return podTemplates(repository)
    .filter(({ document }) =>
      /^(Deployment|StatefulSet)$/.test(String(document.value.kind)),
    )
    .map(template => {
      const { value } = template.document;
      const scaler = scaled.get(
        `${String(value.kind)}/${stringAt(value, 'metadata', 'name')}`,
      );
      return {
        ...template,
        ...(scaler ? { scaler } : {}),
        replicas:
          (scaler
            ? numberAt(scaler.value, 'spec', 'minReplicas')
            : numberAt(value, 'spec', 'replicas')) ?? 1,
        namespace: namespaceOf(template.document, repository),
      };
    });
}

/** Where the number of pods is written. */
function placeOf({
  document,
  scaler,
}: Replicated): Pick<Found, 'document' | 'at'> {
  return scaler
    ? { document: scaler, at: ['spec', 'minReplicas'] }
    : { document, at: ['spec', 'replicas'] };
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
        (workload): Found => ({
          ...placeOf(workload),
          message: `${titleOf(workload.document)} has ${
            workload.replicas
          } pods and no PodDisruptionBudget: a drain may take all of them.`,
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
        (workload): Found => ({
          ...placeOf(workload),
          message: `Nothing keeps the ${workload.replicas} pods of ${titleOf(
            workload.document,
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

/** Check 8: a budget that lets no pod go blocks drains; so does nearly every one for a single pod. */
export const budgetBlocks: Rule = {
  code: 'DisruptionBudgetBlocksDrain',
  check: 8,
  severity: 'warning',
  title: 'A PodDisruptionBudget lets a pod go, and there is none for one pod.',
  find: repository => {
    const workloads = replicated(repository);
    return budgets(repository).flatMap((budget): Found[] => {
      const { value } = budget.document;
      const covered = workloads.filter(
        // One that may be scaled up is protected for then.
        one => covers(budget, one) && !(one.scaler && one.replicas === 1),
      );
      const pods = covered.reduce((sum, { replicas }) => sum + replicas, 0);
      const single =
        covered.length > 0 && covered.every(({ replicas }) => replicas === 1);
      const blocks = pods > 0 && letsNoneGo(value, pods);
      if (!single && !blocks) {
        return [];
      }
      return [
        {
          document: budget.document,
          at: [
            'spec',
            valueAt(value, 'spec', 'maxUnavailable') === undefined
              ? 'minAvailable'
              : 'maxUnavailable',
          ],
          severity: blocks ? 'warning' : 'note',
          message: messageOf(budget.document, single, blocks),
          fix: single
            ? 'Remove it, or run two pods.'
            : 'Write maxUnavailable: 1.',
        },
      ];
    });
  },
};

function messageOf(
  document: ReadDocument,
  single: boolean,
  blocks: boolean,
): string {
  if (!blocks) {
    return `${titleOf(document)} protects nothing: there is one pod.`;
  }
  return single
    ? `${titleOf(document)} lets nobody drain the node of the only pod.`
    : `${titleOf(document)} lets no pod go: no node of theirs can be drained.`;
}

function letsNoneGo(budget: RawObject, pods: number): boolean {
  const unavailable = valueAt(budget, 'spec', 'maxUnavailable');
  if (unavailable !== undefined) {
    return unavailable === 0 || /^0+%?$/.test(String(unavailable));
  }
  const available = valueAt(budget, 'spec', 'minAvailable') ?? 1;
  const percent = /^(\d+)%$/.exec(String(available))?.[1];
  // A share is rounded up, as Kubernetes does.
  const wanted =
    percent === undefined
      ? Number(available)
      : Math.ceil((Number(percent) * pods) / 100);
  return wanted >= pods;
}
