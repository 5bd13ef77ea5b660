import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Health } from '@socle/backstage-plugin-socle-common';
import {
  EvidenceList,
  Flags,
  ReasonCell,
  socleReactTranslationRef,
  TextWithTimes,
} from '@socle/backstage-plugin-socle-react';
import styles from './detail.module.css';

/** The verdict with the fields it rests on. */
export function WhyPanel(props: { health: Health }) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { health } = props;
  return (
    <div className={styles.panel}>
      <ReasonCell
        reason={health.reason}
        message={health.message}
        runbook={health.runbook}
      />
      <Flags flags={health.flags} />
      {health.warnings && health.warnings.length > 0 && (
        <>
          <h3>{t('reason.warnings')}</h3>
          <ul className={styles.warnings}>
            {health.warnings.map(warning => (
              <li key={warning} lang="en">
                <TextWithTimes text={warning} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('reason.evidence')}</h3>
      <EvidenceList evidence={health.evidence} />
    </div>
  );
}
