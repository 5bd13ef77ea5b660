import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { refPath, Transition } from '@socle/backstage-plugin-socle-common';
import {
  EmptyState,
  HealthChip,
  ReasonCell,
  RelativeTime,
  ResourceLink,
} from '@socle/backstage-plugin-socle-react';
import { socleTranslationRef } from '../translation/ref';
import styles from './timeline.module.css';

/** Changes of health, latest first. */
export function TransitionList(props: {
  transitions: Transition[];
  /** Leaves out which resource changed, where it is one only. */
  ofOne?: boolean;
  empty: string;
}) {
  const { t } = useTranslationRef(socleTranslationRef);
  const { transitions, ofOne, empty } = props;
  if (transitions.length === 0) {
    return <EmptyState>{empty}</EmptyState>;
  }
  return (
    <ol className={styles.list} aria-label={t('timeline.label')}>
      {transitions.map(one => (
        <li
          key={`${one.at} ${refPath(one.ref)} ${one.to}`}
          className={styles.change}
          data-narrow={ofOne}
        >
          <RelativeTime at={one.at} />
          <span className={styles.step}>
            {one.from ? (
              <>
                <HealthChip mark={one.from} />
                <span aria-label={t('timeline.to')}>→</span>
              </>
            ) : (
              <span>{t('timeline.found')}</span>
            )}
            <HealthChip mark={one.to} />
          </span>
          <span className={styles.what}>
            {!ofOne && (
              <>
                <ResourceLink resource={one.ref} />{' '}
                <span>({one.ref.cluster})</span>
              </>
            )}
            <ReasonCell reason={one.reason} message={one.message} />
          </span>
        </li>
      ))}
    </ol>
  );
}
