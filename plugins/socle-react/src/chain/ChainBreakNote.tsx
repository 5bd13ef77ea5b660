import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Chain,
  formatRef,
  refPath,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { EvidenceList } from '../health/EvidenceList';
import { markOf } from '../health/health-mark';
import { HealthShape } from '../health/HealthShape';
import { ReasonCell } from '../health/ReasonCell';
import { ResourceLink } from '../routing/ResourceLink';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './chain.module.css';

/** Names the break above a chain: where, why, what causes it, and what to do. */
export function ChainBreakNote(props: {
  chain: Chain;
  hrefOf: (ref: ResourceRef) => string | undefined;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { chain, hrefOf } = props;
  const found = chain.break;
  if (!found) {
    const isWell = chain.nodes.every(node => {
      const mark = markOf(node.health);
      return (
        node.state === 'present' && mark !== 'failed' && mark !== 'degraded'
      );
    });
    return isWell && chain.nodes.length > 0 ? (
      <span className={styles.whole}>
        <HealthShape mark="healthy" size={18} />
        {t('chain.whole')}
      </span>
    ) : null;
  }
  const at = refPath(found.ref);
  const evidence = chain.nodes.find(node => refPath(node.ref) === at)?.health
    .evidence;
  return (
    <section className={styles.break} role="status">
      <span className={styles.breakTitle}>
        {t('chain.brokenAt', { ref: formatRef(found.ref) })}
      </span>
      <ReasonCell
        reason={found.reason}
        message={found.message}
        runbook={found.runbook}
      />
      {evidence && evidence.length > 0 && <EvidenceList evidence={evidence} />}
      {found.cause && (
        <div className={styles.cause}>
          <ResourceLink
            resource={found.cause.ref}
            href={hrefOf(found.cause.ref)}
          >
            {t('chain.cause', { ref: formatRef(found.cause.ref) })}
          </ResourceLink>
          <ReasonCell
            reason={found.cause.reason}
            message={found.cause.message}
          />
        </div>
      )}
    </section>
  );
}
