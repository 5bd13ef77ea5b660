import { RunbookLink } from './RunbookLink';
import styles from './health.module.css';

/**
 * Why something is as it is: the code, the sentence, and the way to the runbook.
 * @public
 */
export function ReasonCell(props: {
  reason?: string;
  message?: string;
  runbook?: string;
  /** Keeps the sentence to two lines, as in a table; the whole stands on hover. */
  clamp?: boolean;
}) {
  const { reason, message, runbook, clamp } = props;
  return (
    <span className={styles.reason}>
      <span className={styles.reasonHead}>
        <span className={styles.code} lang="en">
          {reason}
        </span>
        <RunbookLink runbook={runbook} reason={reason} />
      </span>
      {message && (
        <span
          // What the engine says is English in every language of the pages.
          lang="en"
          className={
            clamp ? `${styles.message} ${styles.clamped}` : styles.message
          }
          title={clamp ? message : undefined}
        >
          {message}
        </span>
      )}
    </span>
  );
}
