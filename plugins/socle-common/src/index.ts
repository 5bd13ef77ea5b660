/**
 * Words that every Socle package shares.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './areas';
export * from './coverage';
export * from './data-services';
export * from './health';
export * from './permissions';
export * from './refs';
export * from './signals';
