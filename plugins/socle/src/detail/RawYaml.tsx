import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ResourceRef } from '@socle/backstage-plugin-socle-common';
import {
  ErrorState,
  LoadingState,
  socleApiRef,
} from '@socle/backstage-plugin-socle-react';
import { useState } from 'react';
import { socleTranslationRef } from '../translation/ref';
import styles from './detail.module.css';

type Read = { yaml?: string; error?: Error } | 'reading' | undefined;

/** The object itself, read only when asked for. */
export function RawYaml(props: { resource: ResourceRef }) {
  const { t } = useTranslationRef(socleTranslationRef);
  const api = useApi(socleApiRef);
  const [read, setRead] = useState<Read>();

  const ask = async () => {
    setRead('reading');
    try {
      setRead({ yaml: await api.getResourceYaml(props.resource) });
    } catch (error) {
      setRead({
        error: error instanceof Error ? error : new Error(String(error)),
      });
    }
  };

  if (read === 'reading') {
    return <LoadingState lines={6} />;
  }
  if (read?.error) {
    return <ErrorState error={read.error} onRetry={ask} />;
  }
  if (read?.yaml !== undefined) {
    return (
      <pre className={styles.yaml} aria-label={t('detail.yaml')}>
        {read.yaml}
      </pre>
    );
  }
  return (
    <div className={styles.panel}>
      <span>
        <Button size="small" variant="secondary" onPress={ask}>
          {t('detail.showYaml')}
        </Button>
      </span>
      <span className={styles.quiet}>{t('detail.yamlHint')}</span>
    </div>
  );
}
