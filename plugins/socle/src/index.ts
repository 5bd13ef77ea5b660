/**
 * The overview, the explorer, entity cards and tabs, and the API client that the other Socle frontends use.
 *
 * @packageDocumentation
 */
export { soclePlugin as default } from './plugin';
export { socleTranslationRef } from './translation/ref';
