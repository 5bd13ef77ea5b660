import { objectAt, stringAt } from '../../reading/raw';
import { fluxKind } from './flux-kind';
import { reference, secretAt, sourceRef } from './references';

const GROUP = 'image.toolkit.fluxcd.io';
const VERSIONS = ['v1', 'v1beta2'];

const imageRepository = fluxKind({
  group: GROUP,
  kind: 'ImageRepository',
  plural: 'imagerepositories',
  versions: VERSIONS,
  reads: [
    'spec.image',
    'spec.secretRef',
    'spec.certSecretRef',
    'status.lastScanResult',
  ],
  revision: () => undefined,
  lastRun: ['lastScanResult', 'scanTime'],
  url: raw => stringAt(raw, 'spec', 'image'),
  references: raw => [
    ...secretAt(raw, 'spec', 'secretRef'),
    ...secretAt(raw, 'spec', 'certSecretRef'),
  ],
});

const imagePolicy = fluxKind({
  group: GROUP,
  kind: 'ImagePolicy',
  plural: 'imagepolicies',
  versions: VERSIONS,
  reads: ['spec.imageRepositoryRef', 'status.latestRef', 'status.latestImage'],
  revision: raw =>
    stringAt(raw, 'status', 'latestRef', 'tag') ??
    stringAt(raw, 'status', 'latestImage'),
  references: raw =>
    reference(objectAt(raw, 'spec', 'imageRepositoryRef'), 'scans', {
      group: GROUP,
      kind: 'ImageRepository',
      needed: true,
    }),
});

const imageUpdateAutomation = fluxKind({
  group: GROUP,
  kind: 'ImageUpdateAutomation',
  plural: 'imageupdateautomations',
  versions: ['v1', 'v1beta2', 'v1beta1'],
  reads: [
    'spec.sourceRef',
    'status.lastPushCommit',
    'status.lastAutomationRunTime',
  ],
  revision: raw => stringAt(raw, 'status', 'lastPushCommit'),
  lastRun: ['lastAutomationRunTime'],
  references: raw => sourceRef(raw, 'spec', 'sourceRef'),
});

export const imageKinds = [imageRepository, imagePolicy, imageUpdateAutomation];
