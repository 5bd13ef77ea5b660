import { ReactNode } from 'react';
import styles from './states.module.css';

/**
 * Says that there is nothing, which is not the same as that nothing could be read.
 * @public
 */
export function EmptyState(props: { children: ReactNode }) {
  return <div className={styles.state}>{props.children}</div>;
}
