/**
 * Scaffolder actions that write GitOps files and propose them as one pull request.
 *
 * @packageDocumentation
 */
export {
  socleEmitPermission,
  soclePullRequestPermission,
} from './access/permissions';
export { scaffolderModuleSocle as default } from './module';
