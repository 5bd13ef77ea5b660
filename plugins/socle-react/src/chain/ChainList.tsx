import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Chain,
  formatRef,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { HealthChip } from '../health/HealthChip';
import { markOfEnd } from '../health/health-mark';
import { ReasonCell } from '../health/ReasonCell';
import { ResourceLink } from '../routing/ResourceLink';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './chain.module.css';
import { useRankTitle } from './use-rank-title';

/** The same chain as an ordered list: one step per rank, and what each depends on in words. */
export function ChainList(props: {
  chain: Chain;
  hrefOf: (ref: ResourceRef) => string | undefined;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const titleOf = useRankTitle();
  const { chain, hrefOf } = props;
  const nodes = new Map(chain.nodes.map(node => [node.id, node]));
  const ranks = [...new Set(chain.nodes.map(node => node.rank))].sort(
    (a, b) => a - b,
  );
  const first = chain.nodes.at(0);
  return (
    <ol
      className={styles.list}
      aria-label={t('chain.label', {
        first: first ? formatRef(first.ref) : '',
      })}
    >
      {ranks.map(rank => {
        const inRank = chain.nodes.filter(node => node.rank === rank);
        return (
          <li key={rank}>
            <span className={styles.listRank}>
              {titleOf(inRank[0].rankTitle)}
            </span>
            <ul className={styles.listItems}>
              {inRank.map(node => {
                const edges = chain.edges.filter(edge => edge.from === node.id);
                return (
                  <li key={node.id} className={styles.listItem}>
                    <HealthChip mark={markOfEnd(node)} />
                    <div>
                      <ResourceLink
                        resource={node.ref}
                        href={hrefOf(node.ref)}
                      />
                      {markOfEnd(node) !== 'healthy' && (
                        <ReasonCell
                          reason={node.health.reason}
                          message={node.health.message}
                          runbook={node.health.runbook}
                        />
                      )}
                      {edges.length > 0 && (
                        <div className={styles.depends}>
                          {t('chain.dependsOn')}{' '}
                          {edges.map((edge, index) => {
                            const to = nodes.get(edge.to);
                            return (
                              <span
                                key={`${edge.to} ${edge.rel}`}
                                className={
                                  edge.broken ? styles.broken : undefined
                                }
                              >
                                {index > 0 && ', '}
                                {to ? formatRef(to.ref) : edge.to}
                                {edge.broken && ` (${t('chain.breakHere')})`}
                              </span>
                            );
                          })}
                        </div>
                      )}
                    </div>
                  </li>
                );
              })}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
