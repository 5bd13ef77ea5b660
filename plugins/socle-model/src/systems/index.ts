import { SystemDefinition } from '../definition/system';
import { externalSecrets } from './external-secrets';
import { kubernetesSecrets } from './kubernetes-secrets';
import { kubernetes } from './kubernetes';
import { argoCd } from './argo-cd';

/**
 * Every system the model knows. A folder beside this file that is not listed here fails the walker.
 * @public
 */
export const systems: readonly SystemDefinition[] = [
  argoCd,
  externalSecrets,
  kubernetesSecrets,
];
