import { useApi } from '@backstage/frontend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Live, useLive } from '@socle/backstage-plugin-socle-react';
import { useEffect, useState } from 'react';
import {
  FilesPreview,
  socleScaffolderApiRef,
} from '../api/socle-scaffolder-api';

const QUIET_MILLISECONDS = 250;

/** What answers lead to, asked for when they have been left alone for a moment. */
export function useFilesPreview(
  kinds: readonly string[],
  answers: JsonObject,
): Live<FilesPreview> {
  const api = useApi(socleScaffolderApiRef);
  const now = JSON.stringify(answers);
  const [settled, setSettled] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [now]);
  return useLive({
    key: `preview ${kinds.join(' ')} ${settled}`,
    load: signal => api.preview(kinds, JSON.parse(settled), { signal }),
  });
}
