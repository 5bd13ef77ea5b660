import { SourceState } from '@socle/backstage-plugin-socle-common';
import { ApiStatusError, UnreachableError } from './api-error';

/** What a failure means for a watch. */
export interface Fault {
  state: SourceState;
  message: string;
  /** What is known cannot be carried on from: list again. */
  relist: boolean;
  /** Wait at least so long; undefined for the usual back-off. */
  waitMillis?: number;
  /** The server does not serve the kind. */
  notServed?: boolean;
}

/** Rights are granted by people: there is no use in asking often. */
const NOT_PERMITTED_MILLIS = 60_000;
/** Credentials are renewed by machines. */
const NOT_AUTHENTICATED_MILLIS = 10_000;
const NOT_SERVED_MILLIS = 30_000;

/**
 * Reads a failure.
 * @param listed - whether everything was read once, so that what is known is old rather than incomplete
 */
export function faultOf(error: unknown, listed: boolean): Fault {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UnreachableError) {
    return { state: 'unreachable', message, relist: false };
  }
  const old: SourceState = listed ? 'stale' : 'syncing';
  if (!(error instanceof ApiStatusError)) {
    return { state: old, message, relist: true };
  }
  const waitMillis = error.retryAfterMillis;
  switch (error.status) {
    case 401:
      return {
        state: 'notPermitted',
        message: `the credentials are not accepted: ${message}`,
        relist: true,
        waitMillis: NOT_AUTHENTICATED_MILLIS,
      };
    case 403:
      return {
        state: 'notPermitted',
        message,
        relist: true,
        waitMillis: NOT_PERMITTED_MILLIS,
      };
    case 404:
      return {
        state: 'unreachable',
        message: 'the server does not serve this kind',
        relist: true,
        waitMillis: NOT_SERVED_MILLIS,
        notServed: true,
      };
    case 410:
      return { state: old, message, relist: true };
    case 429:
      return { state: old, message, relist: false, waitMillis };
    default:
      return {
        state: 'unreachable',
        message: `HTTP ${error.status}: ${message}`,
        // What the server calls a bad request would be one again.
        relist: error.status < 500,
        waitMillis,
      };
  }
}
