import { shortRevision } from '../facts/delivery-facts';
import styles from './apps.module.css';

/** A revision, commits shortened; one line for each source, and the whole on hover. */
export function RevisionCell(props: { revision: string | undefined }) {
  const { revision } = props;
  return revision ? (
    <span className={styles.revisions} title={revision} translate="no">
      {shortRevision(revision)
        .split(', ')
        .map((one, at) => (
          <span key={at} className={styles.revision}>
            {one}
          </span>
        ))}
    </span>
  ) : (
    <span>–</span>
  );
}
