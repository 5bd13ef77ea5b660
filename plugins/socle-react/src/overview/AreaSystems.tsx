import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { SystemSummary } from '@socle/backstage-plugin-socle-common';
import { HealthChip } from '../health/HealthChip';
import { HealthCountsBar } from '../health/HealthCountsBar';
import { Section } from '../page/PageFrame';
import { explorerRouteRef } from '../routing/route-refs';
import { EmptyState } from '../states/EmptyState';
import { LiveContent } from '../states/LiveContent';
import { CardGrid, CardHead, OverviewCard, Quiet } from './OverviewCard';
import { AreaState } from './use-area-state';

/**
 * What an area is made of: its systems as cards, each with its health and what it has.
 * @public
 */
export function AreaSystems(props: {
  title: string;
  /** Said where the area has no system. */
  none: string;
  of: Pick<AreaState, 'systems' | 'own'>;
  cluster?: string;
}) {
  const { title, none, of, cluster } = props;
  return (
    <Section title={title}>
      <LiveContent live={of.systems} lines={5}>
        {() =>
          of.own.length === 0 ? (
            <EmptyState>{none}</EmptyState>
          ) : (
            <CardGrid>
              {of.own.map(one => (
                <SystemCard
                  key={`${one.cluster} ${one.system}`}
                  system={one}
                  showCluster={!cluster}
                />
              ))}
            </CardGrid>
          )
        }
      </LiveContent>
    </Section>
  );
}

function SystemCard(props: { system: SystemSummary; showCluster: boolean }) {
  const explorer = useRouteRef(explorerRouteRef)?.();
  const { system, showCluster } = props;
  return (
    <OverviewCard label={system.title}>
      <CardHead>
        <Link
          variant="body-medium"
          href={`${explorer ?? ''}?${new URLSearchParams({
            cluster: system.cluster,
            system: system.system,
          })}`}
        >
          {system.title}
        </Link>
        <HealthChip mark={system.health} />
      </CardHead>
      <Quiet>
        {[showCluster && system.cluster, system.version]
          .filter(Boolean)
          .join(' · ')}
      </Quiet>
      <HealthCountsBar counts={system.counts} />
      <Quiet>
        {system.kinds.map(({ kind, count }) => `${count} ${kind}`).join(' · ')}
      </Quiet>
    </OverviewCard>
  );
}
