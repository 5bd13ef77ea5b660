import { objectsAt, RawObject, stringAt, valueAt } from '../../reading/raw';
import { fluxKind } from './flux-kind';
import {
  dependsOn,
  FluxReference,
  reference,
  secretAt,
  SOURCE_GROUP,
  sourceRef,
} from './references';
import { objectAt } from '../../reading/raw';

const KUSTOMIZE = 'kustomize.toolkit.fluxcd.io';
const HELM = 'helm.toolkit.fluxcd.io';

/** What it has applied is in its inventory, which is not kept: objects carry its labels. */
export const kustomization = fluxKind({
  group: KUSTOMIZE,
  kind: 'Kustomization',
  plural: 'kustomizations',
  versions: ['v1', 'v1beta2'],
  reads: [
    'spec.sourceRef',
    'spec.path',
    'spec.dependsOn',
    'spec.decryption.secretRef',
    'spec.kubeConfig.secretRef',
    'status.lastAppliedRevision',
  ],
  revision: raw => stringAt(raw, 'status', 'lastAppliedRevision'),
  url: raw => stringAt(raw, 'spec', 'path'),
  references: raw => [
    ...sourceRef(raw, 'spec', 'sourceRef'),
    ...dependsOn(raw, KUSTOMIZE, 'Kustomization'),
    ...secretAt(raw, 'spec', 'decryption', 'secretRef'),
    ...secretAt(raw, 'spec', 'kubeConfig', 'secretRef'),
  ],
});

export const helmRelease = fluxKind({
  group: HELM,
  kind: 'HelmRelease',
  plural: 'helmreleases',
  versions: ['v2', 'v2beta2'],
  reads: [
    'spec.chart',
    'spec.chartRef',
    'spec.dependsOn',
    'spec.valuesFrom',
    'spec.kubeConfig.secretRef',
    'status.helmChart',
    'status.history',
    'status.lastAppliedRevision',
  ],
  revision: deployedVersion,
  url: raw => stringAt(raw, 'spec', 'chart', 'spec', 'chart'),
  references: raw => [
    ...sourceRef(raw, 'spec', 'chart', 'spec', 'sourceRef'),
    ...chartOf(raw),
    ...dependsOn(raw, HELM, 'HelmRelease'),
    ...secretAt(raw, 'spec', 'kubeConfig', 'secretRef'),
    ...objectsAt(raw, 'spec', 'valuesFrom').flatMap(one =>
      reference(
        one,
        stringAt(one, 'kind') === 'ConfigMap' ? 'usesConfigMap' : 'usesSecret',
        {
          group: '',
          ...(valueAt(one, 'optional') === true
            ? {}
            : { needed: true as const }),
        },
      ),
    ),
  ],
});

/** The chart that it deploys: named by itself, or made for it. */
function chartOf(raw: RawObject): FluxReference[] {
  const own = reference(objectAt(raw, 'spec', 'chartRef'), 'source', {
    group: SOURCE_GROUP,
    needed: true,
  });
  const [namespace, name] =
    stringAt(raw, 'status', 'helmChart')?.split('/') ?? [];
  return name && own.length === 0
    ? [
        {
          rel: 'source',
          group: SOURCE_GROUP,
          kind: 'HelmChart',
          namespace,
          name,
          needed: true,
        },
      ]
    : own;
}

/** The newest entry of the history that is deployed. */
function deployedVersion(raw: RawObject): string | undefined {
  const deployed = objectsAt(raw, 'status', 'history').find(
    one => stringAt(one, 'status') === 'deployed',
  );
  return (
    stringAt(deployed, 'chartVersion') ??
    stringAt(raw, 'status', 'lastAppliedRevision')
  );
}
