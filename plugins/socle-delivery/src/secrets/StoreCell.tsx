import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { FactValue } from '@socle/backstage-plugin-socle-react';
import styles from '../apps/apps.module.css';
import { textAt } from '../facts/read-fact';

/**
 * The stores that something reads through and the Secret that it writes; for a store itself, the provider behind it
 * and its address.
 */
export function StoreCell(props: { facts: Record<string, JsonValue> }) {
  const { facts } = props;
  const provider = [textAt(facts, 'provider'), textAt(facts, 'server')]
    .filter(Boolean)
    .join(' ');
  const target = textAt(facts, 'target');
  return (
    <span className={styles.stack}>
      <FactValue name="stores" value={facts.stores ?? provider} />
      {target && (
        <span className={styles.quiet} translate="no">
          → {target}
        </span>
      )}
    </span>
  );
}
