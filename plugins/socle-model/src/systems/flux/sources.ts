import { unknown } from '../../judging/verdict';
import { withoutCredentials } from '../../reading/conditions';
import { RawObject, stringAt } from '../../reading/raw';
import { fluxKind } from './flux-kind';
import { secretAt, SOURCE_GROUP, sourceRef } from './references';

const READS = [
  'spec.url',
  'spec.secretRef',
  'spec.certSecretRef',
  'spec.type',
  'status.artifact',
];

const revision = (raw: RawObject) =>
  stringAt(raw, 'status', 'artifact', 'revision');

const url = (raw: RawObject) => {
  const text = stringAt(raw, 'spec', 'url');
  return text && withoutCredentials(text);
};

const secrets = (raw: RawObject) => [
  ...secretAt(raw, 'spec', 'secretRef'),
  ...secretAt(raw, 'spec', 'certSecretRef'),
];

const source = (kind: string, plural: string) => ({
  group: SOURCE_GROUP,
  kind,
  plural,
  versions: ['v1', 'v1beta2'],
  reads: READS,
  revision,
  url,
  references: secrets,
});

const helmRepository = fluxKind({
  ...source('HelmRepository', 'helmrepositories'),
  // Kept in the address: `oci://…` has no index that could be fetched.
  static: ({ facts }) =>
    facts.url?.startsWith('oci://') && !facts.ready
      ? unknown(
          'FluxHelmRepositoryStatic',
          'A registry of charts is asked by each chart itself; it has no state of its own.',
          { evidence: [{ path: 'spec.url', value: facts.url }] },
        )
      : undefined,
  reasons: [
    {
      code: 'FluxHelmRepositoryStatic',
      cause: 'Flux does not look after it: each chart asks the registry.',
      evidence: 'spec.url',
      remedy: false,
    },
  ],
});

const helmChart = fluxKind({
  ...source('HelmChart', 'helmcharts'),
  reads: ['spec.chart', 'spec.sourceRef', 'status.artifact'],
  url: raw => stringAt(raw, 'spec', 'chart'),
  references: raw => sourceRef(raw, 'spec', 'sourceRef'),
});

const bucket = fluxKind({
  ...source('Bucket', 'buckets'),
  reads: [...READS, 'spec.bucketName', 'spec.endpoint'],
  url: raw => {
    const name = stringAt(raw, 'spec', 'bucketName');
    return name && `${stringAt(raw, 'spec', 'endpoint') ?? ''}/${name}`;
  },
});

export const sourceKinds = [
  fluxKind(source('GitRepository', 'gitrepositories')),
  fluxKind(source('OCIRepository', 'ocirepositories')),
  helmRepository,
  helmChart,
  bucket,
];
