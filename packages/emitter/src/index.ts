/**
 * Typed answers in, GitOps files out: the four deployment patterns, their companions, paths in Vault, and the checks of
 * what good definitions have.
 *
 * @packageDocumentation
 */
export type {
  AppInput,
  CatalogInput,
  ChartAppInput,
  ChartInput,
  EgressInput,
  MonitoringInput,
  NetworkInput,
  RawManifestsInput,
  RouteInput,
  SecretInput,
  VolumeInput,
  WorkloadInput,
} from './apps/app-input';
export type { BackupInput } from './backups';
export type { CatalogInfoInput } from './catalog';
export type { CompanionInput } from './companion/folder';
export type {
  AppLevel,
  Conventions,
  ConventionsInput,
} from './conventions/conventions';
export { conventionsFrom, defaultConventions } from './conventions/defaults';
export type { Pattern } from './conventions/layout';
export type { BucketInput } from './data-services/bucket';
export type { CacheInput } from './data-services/cache';
export type { CollectionInput } from './data-services/collection';
export type {
  DatabaseBackupInput,
  DatabaseInput,
} from './data-services/database';
export type { TopicInput } from './data-services/topic';
export type { EmitInputs, EmitKind } from './emission/definitions';
export type {
  EmittedFile,
  Emission,
  ExistingFiles,
  Refusal,
} from './emission/emission';
export { emit, emitKinds, inputSchema } from './emission/emit';
export type { JsonSchema, JsonType } from './input/json-schema';
export type { HttpRouteInput, NetworkPolicyInput } from './network';
export type { ExternalSecretInput } from './secrets';
export type { VaultPathInput } from './secrets/vault-path';
export type { AddVolumeInput } from './storage';
export type {
  Finding,
  FindingSeverity,
  RuleDescription,
} from './verify/finding';
export { verifyRepository, verifyRules } from './verify/verify-repository';
export type { VerifyOptions } from './verify/verify-repository';
