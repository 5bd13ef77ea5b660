import { shortRevision } from '../facts/delivery-facts';
import styles from './apps.module.css';

/** A revision, commits shortened; one line for each that sources differ in, and the whole on hover. */
export function RevisionCell(props: { revision: string | undefined }) {
  const { revision } = props;
  return revision ? (
    <span className={styles.revisions} title={revision} translate="no">
      {[...new Set(shortRevision(revision).split(', '))].map(one => (
        <span key={one} className={styles.revision}>
          {one}
        </span>
      ))}
    </span>
  ) : (
    <span>–</span>
  );
}
