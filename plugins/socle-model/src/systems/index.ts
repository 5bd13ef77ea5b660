import { SystemDefinition } from '../definition/system';
import { externalSecrets } from './external-secrets';
import { kubernetesSecrets } from './kubernetes-secrets';
import { kubernetes } from './kubernetes';

/**
 * Every system the model knows. A folder beside this file that is not listed here fails the walker.
 * @public
 */
export const systems: readonly SystemDefinition[] = [
  externalSecrets,
  kubernetesSecrets,
];
