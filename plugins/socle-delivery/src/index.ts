/**
 * Applications from Git, and the flow of their secrets.
 *
 * @packageDocumentation
 */
export { socleDeliveryPlugin as default } from './plugin';
export { socleDeliveryTranslationRef } from './translation/ref';
