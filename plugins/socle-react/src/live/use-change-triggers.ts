import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { CHANGED_CHANNEL } from '@socle/backstage-plugin-socle-common';
import { useEffect } from 'react';

/** Signals come in bursts; the first is answered fast, the rest together. */
const FIRST_MILLISECONDS = 150;
const BETWEEN_MILLISECONDS = 1_000;
const INTERVAL_MILLISECONDS = 15_000;

/**
 * Calls back when what is shown may have changed: on the change signal (coalesced), when the page becomes visible or
 * the network returns, and every 15 seconds while visible, since signals can be lost.
 */
export function useChangeTriggers(onChange: () => void, disabled: boolean) {
  const signals = useApiHolder().get(signalApiRef);

  useEffect(() => {
    if (disabled) {
      return undefined;
    }
    let pending: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const now = () => {
      clearTimeout(pending);
      pending = undefined;
      last = Date.now();
      onChange();
    };
    const soon = () => {
      pending ??= setTimeout(
        now,
        Math.max(FIRST_MILLISECONDS, last + BETWEEN_MILLISECONDS - Date.now()),
      );
    };
    const whenVisible = () => {
      if (document.visibilityState === 'visible') {
        now();
      }
    };
    const subscription = signals?.subscribe(CHANGED_CHANNEL, soon);
    const interval = setInterval(whenVisible, INTERVAL_MILLISECONDS);
    document.addEventListener('visibilitychange', whenVisible);
    window.addEventListener('online', now);
    return () => {
      clearTimeout(pending);
      clearInterval(interval);
      subscription?.unsubscribe();
      document.removeEventListener('visibilitychange', whenVisible);
      window.removeEventListener('online', now);
    };
  }, [signals, onChange, disabled]);
}
