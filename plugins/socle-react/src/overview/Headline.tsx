import { HealthStatus } from '@socle/backstage-plugin-socle-common';
import { ReactNode } from 'react';
import { HealthShape } from '../health/HealthShape';
import styles from './overview.module.css';

/**
 * The one sentence at the top of a page, with what stands beside it.
 * @public
 */
export function Headline(props: {
  /** How it is as a whole; without one the sentence is not told yet and is an ellipsis. */
  mark?: HealthStatus;
  sentence?: ReactNode;
  children?: ReactNode;
}) {
  const { mark, sentence, children } = props;
  return (
    <div className={styles.headline}>
      {mark ? (
        <span className={styles.sentence} role="status">
          <HealthShape mark={mark} size={20} />
          {sentence}
        </span>
      ) : (
        <span className={styles.sentence}>…</span>
      )}
      {children}
    </div>
  );
}
