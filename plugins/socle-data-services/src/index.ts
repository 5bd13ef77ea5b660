/**
 * Databases, caches, streams and vectors, and what they stand on.
 *
 * @packageDocumentation
 */
export { socleDataServicesPlugin as default } from './plugin';
export { socleDataServicesTranslationRef } from './translation/ref';
