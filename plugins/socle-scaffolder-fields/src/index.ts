/**
 * Fields of the forms by which files of a GitOps repository are asked for.
 *
 * @packageDocumentation
 */
export { socleScaffolderApiRef } from './api/socle-scaffolder-api';
export type {
  FilesPreview,
  PlatformChoices,
  PreviewFile,
  PreviewRefusal,
  SocleScaffolderApi,
} from './api/socle-scaffolder-api';
export { socleScaffolderFieldsPlugin as default } from './plugin';
export { socleScaffolderFieldsTranslationRef } from './translation/ref';
