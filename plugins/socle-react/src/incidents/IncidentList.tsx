import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Incident, refPath } from '@socle/backstage-plugin-socle-common';
import { HealthChip } from '../health/HealthChip';
import { ReasonCell } from '../health/ReasonCell';
import { ResourceLink } from '../routing/ResourceLink';
import { RelativeTime } from '../time/RelativeTime';
import { EmptyState } from '../states/EmptyState';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './incidents.module.css';

const SHOWN_AFFECTED = 30;

/**
 * What is broken and why: root causes with what they take down, since when, and the runbook.
 * @public
 */
export function IncidentList(props: {
  incidents: Incident[];
  /** Names the cluster of each. */
  showCluster?: boolean;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  if (props.incidents.length === 0) {
    return <EmptyState>{t('incident.none')}</EmptyState>;
  }
  return (
    <ul className={styles.list} aria-label={t('incident.list')}>
      {props.incidents.map(incident => (
        <li
          key={incident.id}
          className={styles.incident}
          data-severity={incident.severity}
        >
          <div className={styles.state}>
            <HealthChip mark={incident.status} />
            <span className={styles.severity}>
              {t(`incident.${incident.severity}`)}
            </span>
          </div>
          <div className={styles.what}>
            <span>
              <ResourceLink resource={incident.root} />
            </span>
            <ReasonCell
              reason={incident.reason}
              message={incident.message}
              runbook={incident.runbook}
            />
            <Affected incident={incident} />
          </div>
          <div className={styles.meta}>
            <RelativeTime at={incident.since} />
            <span>
              {props.showCluster ? `${incident.root.cluster} · ` : ''}
              {incident.system}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Affected(props: { incident: Incident }) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { affected, blastRadius } = props.incident;
  if (blastRadius === 0) {
    return <span className={styles.severity}>{t('incident.affectsNone')}</span>;
  }
  const hidden = blastRadius - Math.min(affected.length, SHOWN_AFFECTED);
  return (
    <details className={styles.affected}>
      <summary>{t('incident.affects', { count: blastRadius })}</summary>
      <ul>
        {affected.slice(0, SHOWN_AFFECTED).map(ref => (
          <li key={refPath(ref)}>
            <ResourceLink resource={ref} />
          </li>
        ))}
        {hidden > 0 && <li>{t('incident.more', { count: hidden })}</li>}
      </ul>
    </details>
  );
}
