/**
 * The channel that says only *that* something changed, never what: anonymous sockets receive broadcasts.
 * @public
 */
export const CHANGED_CHANNEL = 'socle:changed';

/** @public The event topic of the same meaning, for other backend modules. */
export const CHANGED_TOPIC = 'socle.changed';

/** @public The message on {@link CHANGED_CHANNEL}: a counter that only grows. */
export interface ChangedMessage {
  [key: string]: number;
  revision: number;
}
