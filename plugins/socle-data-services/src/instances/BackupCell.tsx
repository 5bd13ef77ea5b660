import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { HealthShape, RelativeTime } from '@socle/backstage-plugin-socle-react';
import { socleDataServicesTranslationRef } from '../translation/ref';
import styles from './instances.module.css';
import { GAP_MARK, ServiceWords } from './service-facts';

/** When the last good backup was, and what is the matter with the backups; never empty. */
export function BackupCell(props: { service: ServiceWords }) {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const { backup, lastGoodAt } = props.service;
  return (
    <span className={styles.stack}>
      {lastGoodAt && <RelativeTime at={lastGoodAt} />}
      {(!lastGoodAt || backup !== 'none') && (
        <span className={styles.gap}>
          <HealthShape mark={GAP_MARK[backup]} size={11} />
          {t(`gap.${backup}`)}
        </span>
      )}
    </span>
  );
}
