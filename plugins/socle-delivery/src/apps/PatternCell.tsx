import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { isPattern } from './application';
import styles from './apps.module.css';
import { PatternBadge } from './PatternBadge';
import { usePatternWords } from './use-pattern-words';

/** The pattern and how sure that is; why stands on hover, and in words on the page of the application. */
export function PatternCell(props: { facts: Record<string, JsonValue> }) {
  const wordsOf = usePatternWords();
  const { pattern } = props.facts;
  if (!isPattern(pattern)) {
    return <span>–</span>;
  }
  const { confidence, reason } = wordsOf(props.facts);
  return (
    <span className={styles.pattern} title={reason}>
      <PatternBadge pattern={pattern} />
      <span className={styles.quiet}>{confidence}</span>
    </span>
  );
}
