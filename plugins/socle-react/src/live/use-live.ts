import { useCallback, useEffect, useRef, useState } from 'react';
import { useChangeTriggers } from './use-change-triggers';

/** @public A question to keep answered. */
export interface LiveQuery<T> {
  /** Tells one question from another; a new key asks anew. */
  key: string;
  load(signal: AbortSignal): Promise<T>;
  /** Asks nothing while true. */
  disabled?: boolean;
}

/** @public The latest answer and how good it is. */
export interface Live<T> {
  /** The last answer; of the previous question while the new one is under way. */
  data?: T;
  error?: Error;
  /** Nothing to show yet. */
  loading: boolean;
  /** `data` answers the previous question. */
  outdated: boolean;
  /** When `data` was last confirmed, in milliseconds. */
  refreshedAt?: number;
  refresh(): void;
}

interface State<T> {
  key?: string;
  data?: T;
  text?: string;
  error?: Error;
  refreshedAt?: number;
}

/** A server that does not answer must not look like one that does. */
const TIMEOUT_MILLISECONDS = 12_000;

function mayStillBeShown(error: Error): boolean {
  const status = (error as { statusCode?: number }).statusCode;
  return status !== 401 && status !== 403 && status !== 404;
}

/**
 * Keeps a question answered: asks at once, when something changed, when the reader comes back, and every 15 seconds.
 * The last answer stays while a new one is under way or fails, so that rows, focus and scroll position stay too.
 * @public
 */
export function useLive<T>(query: LiveQuery<T>): Live<T> {
  const { key, disabled = false } = query;
  const [state, setState] = useState<State<T>>({});
  const loadRef = useRef(query.load);
  loadRef.current = query.load;
  const askRef = useRef<() => void>(() => {});

  useEffect(() => {
    if (disabled) {
      return undefined;
    }
    let ended = false;
    let again = false;
    let running: AbortController | undefined;

    const ask = async () => {
      if (running) {
        again = true;
        return;
      }
      again = false;
      const controller = new AbortController();
      running = controller;
      const timer = setTimeout(() => controller.abort(), TIMEOUT_MILLISECONDS);
      try {
        const data = await Promise.race([
          loadRef.current(controller.signal),
          whenAborted(controller.signal),
        ]);
        if (!ended) {
          setState(before => answered(before, key, data));
        }
      } catch (caught) {
        if (!ended) {
          const error =
            caught instanceof Error ? caught : new Error(String(caught));
          setState(before => failed(before, key, error));
        }
      } finally {
        clearTimeout(timer);
        running = undefined;
        if (again && !ended) {
          ask();
        }
      }
    };
    askRef.current = ask;
    ask();
    return () => {
      ended = true;
      running?.abort();
    };
  }, [key, disabled]);

  const refresh = useCallback(() => askRef.current(), []);
  useChangeTriggers(refresh, disabled);

  const answersThis = state.key === key;
  return {
    data: state.data,
    error: answersThis ? state.error : undefined,
    loading:
      !disabled && state.data === undefined && !(answersThis && state.error),
    outdated: state.data !== undefined && !answersThis,
    refreshedAt: state.refreshedAt,
    refresh,
  };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () =>
      reject(new Error('The server did not answer in time')),
    );
  });
}

/** The same answer keeps its identity, so that nothing is drawn again. */
function answered<T>(before: State<T>, key: string, data: T): State<T> {
  const text = JSON.stringify(data);
  return {
    key,
    data: before.text === text ? before.data : data,
    text,
    refreshedAt: Date.now(),
  };
}

function failed<T>(before: State<T>, key: string, error: Error): State<T> {
  if (before.key === key && mayStillBeShown(error)) {
    return { ...before, error };
  }
  return { key, error };
}
