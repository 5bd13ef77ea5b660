import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  Incident,
  refPath,
  SourceStatus,
} from '@socle/backstage-plugin-socle-common';
import { useState } from 'react';
import { isAllRead } from '../freshness/troubled-sources';
import { HealthChip } from '../health/HealthChip';
import { ReasonCell } from '../health/ReasonCell';
import { ResourceLink } from '../routing/ResourceLink';
import { RelativeTime } from '../time/RelativeTime';
import { EmptyState } from '../states/EmptyState';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './incidents.module.css';

const SHOWN_AFFECTED = 30;
const SHOWN_INCIDENTS = 12;

/**
 * What is broken and why: root causes with what they take down, since when, and the runbook.
 * @public
 */
export function IncidentList(props: {
  incidents: Incident[];
  /** Where they are not all live, an empty list is not called a good sign. */
  sources?: SourceStatus[];
  /** Names the cluster of each. */
  showCluster?: boolean;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const [all, setAll] = useState(false);
  const { incidents } = props;
  if (incidents.length === 0) {
    return (
      <EmptyState>
        {t(
          isAllRead(props.sources ?? [])
            ? 'incident.none'
            : 'incident.noneKnown',
        )}
      </EmptyState>
    );
  }
  const shown = all ? incidents : incidents.slice(0, SHOWN_INCIDENTS);
  return (
    <>
      <ul className={styles.list} aria-label={t('incident.list')}>
        {shown.map(incident => (
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
      {incidents.length > SHOWN_INCIDENTS && (
        <span>
          <Button size="small" variant="secondary" onPress={() => setAll(!all)}>
            {all
              ? t('incident.fewer')
              : t('incident.all', { count: incidents.length })}
          </Button>
        </span>
      )}
    </>
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
