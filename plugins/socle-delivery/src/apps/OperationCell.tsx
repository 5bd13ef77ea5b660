import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { RelativeTime } from '@socle/backstage-plugin-socle-react';
import { lastOperation } from '../facts/delivery-facts';
import { textAt } from '../facts/read-fact';
import styles from './apps.module.css';

/** The last operation of an Application and when it was; what it said stands on hover. */
export function OperationCell(props: { facts: Record<string, JsonValue> }) {
  const operation = lastOperation(props.facts);
  if (!operation) {
    return <span>–</span>;
  }
  return (
    <span className={styles.lines}>
      <span
        lang="en"
        translate="no"
        title={textAt(props.facts, 'operationMessage')}
      >
        {operation.phase}
      </span>
      {operation.at !== undefined && (
        <span className={styles.quiet}>
          <RelativeTime at={operation.at} />
        </span>
      )}
    </span>
  );
}
