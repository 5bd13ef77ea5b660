/**
 * Registers a platform in the Backstage catalog from what its clusters say.
 *
 * @packageDocumentation
 */
export { catalogModuleSocle as default } from './module';
