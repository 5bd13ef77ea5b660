import { KindTarget } from '@socle/backstage-plugin-socle-backend/src/reading';

const core = (plural: string, kind: string): KindTarget => ({
  group: '',
  version: 'v1',
  plural,
  kind,
  metadataOnly: false,
  needsManagedFields: false,
});

export const configMaps = core('configmaps', 'ConfigMap');
export const podTemplates = core('podtemplates', 'PodTemplate');
export const secrets = { ...core('secrets', 'Secret'), metadataOnly: true };
export const namespaces = core('namespaces', 'Namespace');
export const definitions = {
  ...core('customresourcedefinitions', 'CustomResourceDefinition'),
  group: 'apiextensions.k8s.io',
};
export const tills = { ...core('tills', 'Till'), group: 'shop.example' };
