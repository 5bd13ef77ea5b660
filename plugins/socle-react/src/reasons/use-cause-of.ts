import { useApiHolder } from '@backstage/frontend-plugin-api';
import { useCallback, useSyncExternalStore } from 'react';
import { socleApiRef } from '../api/api-ref';
import { useLanguage } from '../time/use-language';
import { keptReasons, KnownReasons } from './kept-reasons';

const WITHOUT: KnownReasons = { byCode: new Map(), settled: true };
const never = () => () => {};
const without = () => WITHOUT;

/** @public What a reason means, in one line. */
export interface Cause {
  text: string;
  /** The language of `text`. */
  language: string;
  /** The same in English. */
  english: string;
}

function useKnown(): { known: KnownReasons; language: string } {
  const api = useApiHolder().get(socleApiRef);
  const [language] = useLanguage().toLowerCase().split('-');
  const reasons = api && keptReasons(api, language);
  const known = useSyncExternalStore(
    reasons?.subscribe ?? never,
    reasons?.known ?? without,
  );
  return { known, language };
}

/**
 * Says what a reason means, in the reader's language; nothing where that is not known.
 * @public
 */
export function useCauseOf(): (reason?: string) => Cause | undefined {
  const { known, language } = useKnown();
  return useCallback(
    (reason?: string) => {
      const item = reason ? known.byCode.get(reason) : undefined;
      return (
        item && {
          text: item.cause,
          language: item.original ? language : 'en',
          english: item.original ?? item.cause,
        }
      );
    },
    [known, language],
  );
}

/** Whether what reasons mean has come, or is not waited for: what is drawn then does not jump. */
export function useCausesSettled(): boolean {
  return useKnown().known.settled;
}
