import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { FactValue } from '@socle/backstage-plugin-socle-react';
import styles from '../apps/apps.module.css';
import { RevisionCell } from '../apps/RevisionCell';
import { itemsAt, numberAt, textAt } from '../facts/read-fact';
import { socleDeliveryTranslationRef } from '../translation/ref';

const SHOWN = 3;

/** The address of a source and what was fetched last, the generators of a set, the repositories a project allows. */
export function OriginCell(props: { facts: Record<string, JsonValue> }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { facts } = props;
  const url = textAt(facts, 'url');
  const revision = textAt(facts, 'revision');
  const generated = numberAt(facts, 'generated');
  const many = [
    ...itemsAt(facts, 'generators'),
    ...itemsAt(facts, 'sourceRepos'),
  ];
  return (
    <span className={styles.stack}>
      {url ? (
        <FactValue name="url" value={url} />
      ) : (
        <FactValue name="origins" value={many.slice(0, SHOWN)} />
      )}
      {many.length > SHOWN && (
        <span className={styles.quiet}>
          {t('sources.more', { count: many.length - SHOWN })}
        </span>
      )}
      {revision && <RevisionCell revision={revision} />}
      {generated !== undefined && (
        <span className={styles.quiet}>
          {t('apps.count', { count: generated })}
        </span>
      )}
    </span>
  );
}
