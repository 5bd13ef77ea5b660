import { shortRevision } from '../facts/delivery-facts';
import styles from './apps.module.css';

/** A revision, commits shortened; the whole stands on hover. */
export function RevisionCell(props: { revision: string | undefined }) {
  const { revision } = props;
  return revision ? (
    <span className={styles.code} title={revision} translate="no">
      {shortRevision(revision)}
    </span>
  ) : (
    <span>–</span>
  );
}
