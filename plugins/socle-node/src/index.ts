/**
 * Extension points of Socle and the service that other backend modules reach live state with.
 *
 * @packageDocumentation
 */
export * from './socle-service';
export * from './systems-extension-point';
