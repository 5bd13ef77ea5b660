/**
 * Reads clusters, judges what it reads and serves it.
 *
 * @packageDocumentation
 */
export { soclePlugin as default } from './plugin';
export * from './access/resource-permissions';
