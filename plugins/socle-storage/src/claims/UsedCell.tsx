import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  formatBytes,
  formatShare,
  useLanguage,
} from '@socle/backstage-plugin-socle-react';
import { socleStorageTranslationRef } from '../translation/ref';
import { ClaimUsage } from './claim-usage';
import styles from './claims.module.css';

const NEARLY_FULL_PERCENT = 90;

/** A bar and a share; a claim that nobody measures says so, and is not shown as empty. */
export function UsedCell(props: { usage: ClaimUsage | undefined }) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const language = useLanguage();
  const { usage } = props;
  if (!usage) {
    return <span className={styles.quiet}>{t('claims.notMeasured')}</span>;
  }
  const { percent, usedBytes, capacityBytes } = usage;
  const share = formatShare(Math.floor(percent) / 100, language);
  const title =
    usedBytes === undefined || capacityBytes === undefined
      ? share
      : t('claims.usedOf', {
          used: formatBytes(usedBytes, language),
          capacity: formatBytes(capacityBytes, language),
        });
  return (
    <span className={styles.used} title={title}>
      <span className={styles.bar} aria-hidden>
        <span
          data-full={percent >= NEARLY_FULL_PERCENT}
          style={{ width: `${Math.min(100, percent)}%` }}
        />
      </span>
      <span>{share}</span>
    </span>
  );
}
