/**
 * Claims, volumes, replicas, capacity, and the chain from a claim to its disks.
 *
 * @packageDocumentation
 */
export { socleStoragePlugin as default } from './plugin';
export { socleStorageTranslationRef } from './translation/ref';
