import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { AREAS, SystemSummary } from '@socle/backstage-plugin-socle-common';
import {
  CardHead,
  CardTitle,
  HealthChip,
  HealthCountsBar,
  OverviewCard,
  Quiet,
  socleReactTranslationRef,
} from '@socle/backstage-plugin-socle-react';
import styles from './overview.module.css';

/** The systems found, by area, in the order of the areas. */
export function SystemsByArea(props: {
  systems: SystemSummary[];
  explorer?: string;
  showCluster: boolean;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { systems, explorer, showCluster } = props;
  return (
    <div className={styles.areas}>
      {AREAS.map(area => {
        const inArea = systems.filter(one => one.area === area);
        if (inArea.length === 0) {
          return null;
        }
        return (
          <OverviewCard key={area} label={t(`area.${area}`)}>
            <CardTitle>{t(`area.${area}`)}</CardTitle>
            <ul className={styles.systems}>
              {inArea.map(one => (
                <SystemRow
                  key={`${one.cluster} ${one.system}`}
                  system={one}
                  explorer={explorer}
                  showCluster={showCluster}
                />
              ))}
            </ul>
          </OverviewCard>
        );
      })}
    </div>
  );
}

function SystemRow(props: {
  system: SystemSummary;
  explorer?: string;
  showCluster: boolean;
}) {
  const { system, explorer, showCluster } = props;
  const filter = new URLSearchParams({
    cluster: system.cluster,
    system: system.system,
  });
  return (
    <li className={styles.system}>
      <HealthChip mark={system.health} />
      <div>
        <CardHead>
          <Link href={`${explorer ?? ''}?${filter}`} variant="body-medium">
            {system.title}
          </Link>
          <Quiet>
            {[showCluster && system.cluster, system.version]
              .filter(Boolean)
              .join(' · ')}
          </Quiet>
        </CardHead>
        <HealthCountsBar
          counts={system.counts}
          hrefFor={status =>
            explorer && `${explorer}?${filter}&health=${status}`
          }
        />
      </div>
    </li>
  );
}
