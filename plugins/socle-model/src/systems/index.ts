import { SystemDefinition } from '../definition/system';

/**
 * Every system the model knows. A folder beside this file that is not listed here fails the walker.
 * @public
 */
export const systems: readonly SystemDefinition[] = [];
