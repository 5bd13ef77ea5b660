import { helmConfigs } from '../apps/helm-configs';
import { helmInline } from '../apps/helm-inline';
import { rawManifests } from '../apps/raw-manifests';
import { wrapperChart } from '../apps/wrapper-chart';
import { catalogInfo } from '../catalog';
import { httpRouteFiles, networkPolicyFile } from '../network';
import { externalSecretFile } from '../secrets';
import { vaultPathFiles } from '../secrets/vault-path';
import { volumeFile } from '../storage';
import { Definition } from './definition';

/** All that can be emitted. The names are those of the scaffolder actions, without `socle:`. */
export const definitions = {
  'app:helm-configs': helmConfigs,
  'app:helm-inline': helmInline,
  'app:wrapper-chart': wrapperChart,
  'app:raw-manifests': rawManifests,
  'vault:path': vaultPathFiles,
  'external-secret': externalSecretFile,
  'http-route': httpRouteFiles,
  'network-policy': networkPolicyFile,
  volume: volumeFile,
  'catalog-info': catalogInfo,
};

/** @public What can be emitted. */
export type EmitKind = keyof typeof definitions;

/** @public The answers that each kind takes. */
export type EmitInputs = {
  [K in EmitKind]: (typeof definitions)[K] extends Definition<infer Input>
    ? Input
    : never;
};
