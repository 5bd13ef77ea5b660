import type { ChartAppInput, RawManifestsInput } from '../apps/app-input';
import { helmConfigs } from '../apps/helm-configs';
import { helmInline } from '../apps/helm-inline';
import { rawManifests } from '../apps/raw-manifests';
import { wrapperChart } from '../apps/wrapper-chart';
import { BackupInput, backupFiles } from '../backups';
import { catalogInfo, CatalogInfoInput } from '../catalog';
import { BucketInput, bucketFiles } from '../data-services/bucket';
import { CacheInput, cacheFiles } from '../data-services/cache';
import { CollectionInput, collectionFiles } from '../data-services/collection';
import { DatabaseInput, databaseFiles } from '../data-services/database';
import { TopicInput, topicFiles } from '../data-services/topic';
import {
  HttpRouteInput,
  httpRouteFiles,
  networkPolicyFile,
  NetworkPolicyInput,
} from '../network';
import { externalSecretFile, ExternalSecretInput } from '../secrets';
import { vaultPathFiles, VaultPathInput } from '../secrets/vault-path';
import { AddVolumeInput, volumeFile } from '../storage';
import { Definition } from './definition';

/** @public The answers that each kind takes. The names are those of the scaffolder actions, without `socle:`. */
export interface EmitInputs {
  'app:helm-configs': ChartAppInput;
  'app:helm-inline': ChartAppInput;
  'app:wrapper-chart': ChartAppInput;
  'app:raw-manifests': RawManifestsInput;
  'vault:path': VaultPathInput;
  'external-secret': ExternalSecretInput;
  'http-route': HttpRouteInput;
  'network-policy': NetworkPolicyInput;
  volume: AddVolumeInput;
  'catalog-info': CatalogInfoInput;
  database: DatabaseInput;
  cache: CacheInput;
  topic: TopicInput;
  bucket: BucketInput;
  collection: CollectionInput;
  backup: BackupInput;
}

/** @public What can be emitted. */
export type EmitKind = keyof EmitInputs;

/** All that can be emitted. */
export const definitions: {
  [Kind in EmitKind]: Definition<EmitInputs[Kind]>;
} = {
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
  database: databaseFiles,
  cache: cacheFiles,
  topic: topicFiles,
  bucket: bucketFiles,
  collection: collectionFiles,
  backup: backupFiles,
};
