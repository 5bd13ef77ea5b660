import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { JsonValue } from '@socle/backstage-plugin-socle-common';
import styles from '../apps/apps.module.css';
import { textAt } from '../facts/read-fact';
import { socleDeliveryTranslationRef } from '../translation/ref';

/** The status of Flux's condition Ready as it stands, and whether it is suspended. */
export function ReadyCell(props: { facts: Record<string, JsonValue> }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { facts } = props;
  return (
    <span className={styles.lines}>
      <span translate="no">{textAt(facts, 'ready', 'status') ?? '–'}</span>
      {facts.suspend === true && (
        <span className={styles.quiet}>{t('flux.isSuspended')}</span>
      )}
    </span>
  );
}
