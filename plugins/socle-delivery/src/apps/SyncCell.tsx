import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { driftOf } from '../facts/delivery-facts';
import { textAt } from '../facts/read-fact';
import { socleDeliveryTranslationRef } from '../translation/ref';
import styles from './apps.module.css';

/** Argo CD's two words for an Application as it gives them, and how much differs from Git. */
export function SyncCell(props: { facts: Record<string, JsonValue> }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { facts } = props;
  const words = [textAt(facts, 'sync'), textAt(facts, 'health')];
  const drift = driftOf(facts);
  return (
    <span className={styles.lines}>
      <span translate="no">{words.map(word => word ?? '–').join(' · ')}</span>
      {drift && (
        <span className={styles.quiet}>
          {drift.of === undefined
            ? t('apps.drift', { number: String(drift.differing) })
            : t('apps.driftOf', {
                number: String(drift.differing),
                of: String(drift.of),
              })}
        </span>
      )}
      {facts.autoSync === false && (
        <span className={styles.quiet}>{t('apps.manual')}</span>
      )}
    </span>
  );
}
