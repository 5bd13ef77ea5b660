import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { FactValue } from '@socle/backstage-plugin-socle-react';
import { textAt } from '../facts/read-fact';
import styles from './apps.module.css';

/** The project of an Application, and the namespace that it delivers into. */
export function PlaceCell(props: { facts: Record<string, JsonValue> }) {
  const { facts } = props;
  const namespace = textAt(facts, 'destination', 'namespace');
  return (
    <span className={styles.lines}>
      <FactValue name="project" value={facts.project} />
      {namespace && (
        <span className={styles.quiet} translate="no">
          → {namespace}
        </span>
      )}
    </span>
  );
}
