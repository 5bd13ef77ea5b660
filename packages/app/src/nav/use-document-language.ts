import { useLanguage } from '@socle/backstage-plugin-socle-react';
import { useEffect } from 'react';

/** Says in the document which language it is in, as screen readers and browsers go by that. */
export function useDocumentLanguage(): void {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
}
