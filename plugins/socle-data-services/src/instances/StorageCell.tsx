import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  formatBytes,
  formatShare,
  useLanguage,
} from '@socle/backstage-plugin-socle-react';
import { socleDataServicesTranslationRef } from '../translation/ref';
import styles from './instances.module.css';
import { ServiceWords } from './service-facts';

const NEARLY_FULL = 0.9;

/** What the claims of an instance hold; what nobody measures says so, and is not shown as empty. */
export function StorageCell(props: { service: ServiceWords }) {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const language = useLanguage();
  const { claims, capacityBytes, usedBytes } = props.service;
  if (claims === 0) {
    return <span className={styles.quiet}>{t('storage.none')}</span>;
  }
  if (capacityBytes === undefined) {
    return <span className={styles.quiet}>{t('storage.notKnown')}</span>;
  }
  const capacity = formatBytes(capacityBytes, language);
  if (usedBytes === undefined || capacityBytes === 0) {
    return (
      <span className={styles.stack}>
        <span>{capacity}</span>
        <span className={styles.quiet}>{t('storage.notMeasured')}</span>
      </span>
    );
  }
  const share = Math.min(1, usedBytes / capacityBytes);
  return (
    <span className={styles.stack}>
      <span className={styles.used}>
        <span className={styles.bar} aria-hidden>
          <span
            data-full={share >= NEARLY_FULL}
            style={{ width: `${share * 100}%` }}
          />
        </span>
        {formatShare(share, language)}
      </span>
      <span className={styles.quiet}>
        {t('storage.usedOf', {
          used: formatBytes(usedBytes, language),
          capacity,
        })}
      </span>
    </span>
  );
}
