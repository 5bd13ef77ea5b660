/**
 * Scaffolder actions that write GitOps files and propose them as one pull request.
 *
 * @packageDocumentation
 */
export { scaffolderModuleSocle as default } from './module';
