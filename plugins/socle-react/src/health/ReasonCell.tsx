import { useCauseOf } from '../reasons/use-cause-of';
import { whatToSay } from '../reasons/what-to-say';
import { TextWithTimes } from '../time/TextWithTimes';
import { RunbookLink } from './RunbookLink';
import styles from './health.module.css';

/**
 * Why something is as it is: the code, what it means in the reader's language, what the engine says of this very
 * object, and the way to the runbook.
 * @public
 */
export function ReasonCell(props: {
  reason?: string;
  message?: string;
  runbook?: string;
  /** Keeps each sentence to two lines, as in a table; the whole stands on hover. */
  clamp?: boolean;
}) {
  const { reason, runbook, clamp } = props;
  const causeOf = useCauseOf();
  const { cause, message } = whatToSay(causeOf(reason), props.message);
  const clamped = clamp ? ` ${styles.clamped}` : '';
  return (
    <span className={styles.reason}>
      <span className={styles.reasonHead}>
        <span className={styles.code} lang="en">
          {reason}
        </span>
        <RunbookLink runbook={runbook} reason={reason} />
      </span>
      {cause && (
        <span
          lang={cause.language}
          className={`${styles.cause}${clamped}`}
          title={clamp ? cause.text : undefined}
        >
          {cause.text}
        </span>
      )}
      {message && (
        <span
          // What the engine says is English in every language of the pages.
          lang="en"
          className={`${styles.message}${clamped}`}
          title={clamp ? message : undefined}
        >
          <TextWithTimes text={message} />
        </span>
      )}
    </span>
  );
}
