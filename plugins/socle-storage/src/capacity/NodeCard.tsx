import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  HealthChip,
  ListedResource,
  ReasonCell,
  ResourceLink,
} from '@socle/backstage-plugin-socle-react';
import { socleStorageTranslationRef } from '../translation/ref';
import { DiskBar } from './DiskBar';
import { Disk, disksOf, diskUse } from './disks';
import styles from './capacity.module.css';

/** One storage node with its disks. */
export function NodeCard(props: {
  node: ListedResource;
  showCluster: boolean;
}) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { node, showCluster } = props;
  const disks = disksOf(node);
  return (
    <article className={styles.node} aria-label={node.ref.name}>
      <div className={styles.head}>
        <ResourceLink resource={node.ref}>{node.ref.name}</ResourceLink>
        {showCluster && (
          <span className={styles.quiet}>{node.ref.cluster}</span>
        )}
        <HealthChip health={node.health} />
      </div>
      {node.health.status !== 'healthy' && (
        <ReasonCell
          reason={node.health.reason}
          message={node.health.message}
          runbook={node.health.runbook}
        />
      )}
      {disks.length === 0 && (
        <span className={styles.quiet}>{t('capacity.noDisks')}</span>
      )}
      {disks.map(disk => (
        <DiskRow key={disk.id} disk={disk} />
      ))}
    </article>
  );
}

function DiskRow(props: { disk: Disk }) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { disk } = props;
  const use = diskUse(disk);
  const troubles = [
    disk.ready === false && t('capacity.notReady'),
    disk.schedulable === false && t('capacity.notSchedulable'),
    disk.allowScheduling === false && t('capacity.notAllowed'),
    disk.evicting && t('capacity.evicting'),
  ].filter(one => typeof one === 'string');
  return (
    <div className={styles.disk}>
      <div className={styles.head}>
        <span className={styles.name}>{disk.path ?? disk.name}</span>
        <span className={styles.quiet}>
          {disk.replicas !== undefined &&
            t('capacity.replicas', { count: disk.replicas })}
        </span>
      </div>
      {troubles.length > 0 && (
        <span className={styles.trouble}>{troubles.join(', ')}</span>
      )}
      {use ? (
        <DiskBar
          name={disk.path ?? disk.name}
          use={use}
          scheduled={disk.scheduled}
        />
      ) : (
        <span className={styles.quiet}>{t('capacity.unknown')}</span>
      )}
    </div>
  );
}
