/**
 * Fields of the forms by which files of a GitOps repository are asked for.
 *
 * @packageDocumentation
 */
export * from './api/socle-scaffolder-api';
export { socleScaffolderFieldsPlugin as default } from './plugin';
export { socleScaffolderFieldsTranslationRef } from './translation/ref';
