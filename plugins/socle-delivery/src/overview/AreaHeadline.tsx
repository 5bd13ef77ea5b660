import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { refPath } from '@socle/backstage-plugin-socle-common';
import {
  explorerRouteRef,
  Freshness,
  HealthCountsBar,
  HealthShape,
  IncidentList,
  LiveContent,
  Section,
} from '@socle/backstage-plugin-socle-react';
import { socleDeliveryTranslationRef } from '../translation/ref';
import styles from './overview.module.css';
import { AreaState, DeliveryArea } from './use-area-state';

/** Is it well, in a sentence and in numbers; then what is broken and why. */
export function AreaHeadline(props: {
  area: DeliveryArea;
  state: AreaState;
  cluster?: string;
}) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const explorer = useRouteRef(explorerRouteRef)?.();
  const { area, state, cluster } = props;
  const { systems, incidents, broken, counts, mark } = state;
  return (
    <>
      {systems.data && incidents.data && (
        <div className={styles.headline}>
          <span className={styles.sentence} role="status">
            <HealthShape mark={mark} size={20} />
            <Sentence area={area} state={state} />
          </span>
          <div className={styles.counts}>
            <HealthCountsBar
              counts={counts}
              hrefFor={status =>
                explorer &&
                `${explorer}?${new URLSearchParams({
                  area,
                  health: status,
                  ...(cluster ? { cluster } : {}),
                })}`
              }
            />
          </div>
        </div>
      )}
      <Freshness
        sources={incidents.data?.sources}
        refreshedAt={incidents.refreshedAt}
        error={incidents.error ?? systems.error}
      />
      <Section title={t('overview.incidents')}>
        <LiveContent live={incidents} lines={5}>
          {({ sources }) => (
            <IncidentList
              incidents={broken}
              sources={sources}
              showCluster={!cluster}
            />
          )}
        </LiveContent>
      </Section>
    </>
  );
}

function Sentence(props: { area: DeliveryArea; state: AreaState }) {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  const { area } = props;
  const { broken, counts, mark } = props.state;
  if (broken.length > 0) {
    const affected = new Set(
      broken.flatMap(one => one.affected.map(ref => refPath(ref))),
    ).size;
    return affected === 0 ? (
      <>{t(`${area}.alone`, { count: broken.length })}</>
    ) : (
      <>
        {t(`${area}.broken`, {
          count: broken.length,
          affected: t('overview.affected', { count: affected }),
        })}
      </>
    );
  }
  const notWell = counts.failed + counts.degraded;
  if (notWell > 0) {
    return <>{t('overview.worse', { count: notWell })}</>;
  }
  return <>{t(mark === 'unknown' ? `${area}.notKnown` : `${area}.well`)}</>;
}
