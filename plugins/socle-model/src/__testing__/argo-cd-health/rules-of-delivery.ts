import { booleanAt, RawObject, stringAt } from '../../reading/raw';
import { ArgoRule, byReady, conditionsOf, statusOf } from './words';

const applicationSet: ArgoRule = raw => {
  const conditions = conditionsOf(raw);
  if (statusOf(conditions, 'ErrorOccurred') === 'True') return 'Degraded';
  if (statusOf(conditions, 'ResourcesUpToDate') === 'False') return 'Degraded';
  if (statusOf(conditions, 'RolloutProgressing') === 'True')
    return 'Progressing';
  return statusOf(conditions, 'ResourcesUpToDate') === 'True'
    ? 'Healthy'
    : 'Progressing';
};

/** Only the last condition counts, by the words of operators up to 0.8. */
const clusterExternalSecret: ArgoRule = raw => {
  const last = conditionsOf(raw).at(-1);
  if (last?.status !== 'True') return 'Progressing';
  if (last.type === 'Ready') return 'Healthy';
  return ['PartiallyReady', 'NotReady'].includes(String(last.type))
    ? 'Degraded'
    : 'Progressing';
};

/** Flux's scripts count: two signs of work, or as many signs of success as the kind has. */
function flux(
  succeeds: readonly string[],
  needed: number,
  atWork: (condition: RawObject) => boolean = one =>
    (one.type === 'Ready' && one.status === 'Unknown') ||
    (one.type === 'Reconciling' && one.status === 'True'),
  suspends = true,
): ArgoRule {
  return raw => {
    if (suspends && booleanAt(raw, 'spec', 'suspend')) return 'Suspended';
    if (
      stringAt(raw, 'kind') === 'HelmRepository' &&
      stringAt(raw, 'spec', 'type') === 'oci'
    ) {
      return 'Healthy';
    }
    const conditions = conditionsOf(raw);
    if (conditions.length === 0) return 'Progressing';
    if (conditions.filter(atWork).length === 2) return 'Progressing';
    const succeeded = conditions.filter(
      one => one.status === 'True' && succeeds.includes(String(one.type)),
    );
    return succeeded.length === needed ? 'Healthy' : 'Degraded';
  };
}

/** The image kinds take a failure for a sign of work, as long as they are at it. */
const scanning =
  (...reasons: string[]) =>
  (one: RawObject) =>
    (one.type === 'Ready' && one.status === 'False') ||
    (one.type === 'Reconciling' &&
      one.status === 'True' &&
      reasons.includes(String(one.reason)));

const source = flux(['Ready', 'ArtifactInStorage'], 2);

export const RULES_OF_DELIVERY: Record<string, ArgoRule> = {
  'argoproj.io/ApplicationSet': applicationSet,
  'external-secrets.io/ExternalSecret': byReady,
  'external-secrets.io/ClusterExternalSecret': clusterExternalSecret,
  'external-secrets.io/SecretStore': byReady,
  'external-secrets.io/ClusterSecretStore': byReady,
  'external-secrets.io/PushSecret': byReady,
  'kustomize.toolkit.fluxcd.io/Kustomization': flux(['Ready'], 1),
  'helm.toolkit.fluxcd.io/HelmRelease': flux(
    ['Ready', 'Released', 'TestSuccess'],
    2,
  ),
  'source.toolkit.fluxcd.io/GitRepository': source,
  'source.toolkit.fluxcd.io/OCIRepository': source,
  'source.toolkit.fluxcd.io/HelmRepository': source,
  'source.toolkit.fluxcd.io/HelmChart': source,
  'source.toolkit.fluxcd.io/Bucket': source,
  'image.toolkit.fluxcd.io/ImagePolicy': flux(
    ['Ready'],
    1,
    scanning('NewGeneration', 'AccessingRepository', 'ApplyingPolicy'),
    false,
  ),
  'image.toolkit.fluxcd.io/ImageRepository': flux(
    ['Ready'],
    1,
    scanning('NewGeneration', 'Scanning'),
  ),
  'image.toolkit.fluxcd.io/ImageUpdateAutomation': flux(['Ready'], 1),
  'notification.toolkit.fluxcd.io/Receiver': flux(['Ready'], 1, () => false),
};
