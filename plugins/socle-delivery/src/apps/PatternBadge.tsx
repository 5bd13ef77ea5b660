import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { socleDeliveryTranslationRef } from '../translation/ref';
import { Pattern } from './application';
import styles from './apps.module.css';

/** The letter of a pattern. */
export function PatternBadge(props: { pattern: Pattern }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { pattern } = props;
  return (
    <span className={styles.badge} data-pattern={pattern}>
      {pattern === 'other' ? t('pattern.otherShort') : pattern}
    </span>
  );
}
