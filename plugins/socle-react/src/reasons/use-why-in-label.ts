import { Health } from '@socle/backstage-plugin-socle-common';
import { useCallback } from 'react';
import { useCauseOf } from './use-cause-of';

/**
 * Why a health is as it is, for a label or title, which have one language: what the engine says of this object in
 * English, what the reason means in others.
 */
export function useWhyInLabel(): (health?: Health) => string | undefined {
  const causeOf = useCauseOf();
  return useCallback(
    (health?: Health) => {
      const cause = causeOf(health?.reason);
      return cause && cause.language !== 'en' ? cause.text : health?.message;
    },
    [causeOf],
  );
}
