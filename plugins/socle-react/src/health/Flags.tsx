import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './health.module.css';

const KNOWN = [
  'orphaned',
  'unused',
  'notReplicated',
  'notBackedUp',
  'suspended',
  'stale',
  'backupLate',
  'backupOverdue',
  'maintenance',
  'history',
] as const;

/**
 * The marks that stand beside a health. One without a translation is shown by its code.
 * @public
 */
export function Flags(props: { flags?: string[] }) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  if (!props.flags?.length) {
    return null;
  }
  return (
    <span className={styles.flags}>
      {props.flags.map(flag => {
        const known = KNOWN.find(name => name === flag);
        return (
          <span key={flag} className={styles.flag}>
            {known ? t(`flag.${known}`) : flag}
          </span>
        );
      })}
    </span>
  );
}
