import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { FactValue } from '@socle/backstage-plugin-socle-react';
import styles from '../apps/apps.module.css';
import { RevisionCell } from '../apps/RevisionCell';
import { fluxSource } from '../facts/delivery-facts';
import { textAt } from '../facts/read-fact';

/** Where Flux takes it from, and the revision that it has applied last. */
export function SourceCell(props: { facts: Record<string, JsonValue> }) {
  const { facts } = props;
  const revision = textAt(facts, 'revision');
  return (
    <span className={styles.stack}>
      <FactValue name="source" value={fluxSource(facts)} />
      {revision && <RevisionCell revision={revision} />}
    </span>
  );
}
