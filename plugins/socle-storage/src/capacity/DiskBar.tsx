import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  formatBytes,
  formatShare,
  useLanguage,
} from '@socle/backstage-plugin-socle-react';
import { socleStorageTranslationRef } from '../translation/ref';
import { DiskUse } from './disks';
import styles from './capacity.module.css';

const FULL_FROM = 0.9;

/** Used, reserved and free parts of a disk as a bar and in figures; a line marks what is promised to replicas. */
export function DiskBar(props: {
  name: string;
  use: DiskUse;
  scheduled?: number;
}) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const language = useLanguage();
  const { name, use, scheduled } = props;
  const size = (bytes: number) => formatBytes(bytes, language);
  const share = (bytes: number) => `${(100 * bytes) / use.maximum}%`;
  return (
    <>
      <div
        className={styles.bar}
        role="img"
        aria-label={t('capacity.bar', {
          disk: name,
          used: size(use.used),
          reserved: size(use.reserved),
          free: size(use.free),
          maximum: size(use.maximum),
        })}
      >
        <span
          className={styles.used}
          data-full={use.used / use.maximum >= FULL_FROM}
          style={{ width: share(use.used) }}
        />
        <span style={{ width: share(use.free) }} />
        <span
          className={styles.reserved}
          style={{ width: share(use.reserved) }}
        />
        {scheduled !== undefined && (
          <span
            className={styles.scheduled}
            style={{ left: `min(${share(scheduled)}, calc(100% - 2px))` }}
          />
        )}
      </div>
      <span className={`${styles.figures} ${styles.quiet}`}>
        <span>{t('capacity.used', { size: size(use.used) })}</span>
        <span>{t('capacity.reserved', { size: size(use.reserved) })}</span>
        <span>{t('capacity.free', { size: size(use.free) })}</span>
        <span>{t('capacity.maximum', { size: size(use.maximum) })}</span>
        {scheduled !== undefined && (
          <span>
            {t('capacity.scheduled', {
              size: size(scheduled),
              share: formatShare(scheduled / use.maximum, language),
            })}
          </span>
        )}
      </span>
    </>
  );
}
