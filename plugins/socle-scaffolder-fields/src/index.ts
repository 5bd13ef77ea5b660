/**
 * Fields of the forms by which files of a GitOps repository are asked for.
 *
 * @packageDocumentation
 */
export { socleScaffolderFieldsPlugin as default } from './plugin';
