import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  FactValue,
  HealthChip,
  HealthShape,
  ListedResource,
  markOf,
  refParams,
  socleReactTranslationRef,
  useResourceHref,
} from '@socle/backstage-plugin-socle-react';
import { refPath } from '@socle/backstage-plugin-socle-common';
import { storageChainRouteRef } from '../route-refs';
import { socleStorageTranslationRef } from '../translation/ref';
import { MatrixRow, ReplicaMatrix } from './matrix';
import styles from './replicas.module.css';

/** The volumes of one cluster in rows, its storage nodes in columns, a mark per replica. */
export function MatrixTable(props: {
  matrix: ReplicaMatrix;
  nameCluster: boolean;
}) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { t: shared } = useTranslationRef(socleReactTranslationRef);
  const { matrix, nameCluster } = props;
  const places = matrix.hasUnplaced ? [...matrix.nodes, ''] : matrix.nodes;
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <caption>
          {nameCluster && <strong>{matrix.cluster}. </strong>}
          {t('volumes.legend')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{shared('table.health')}</th>
            <th scope="col">{t('volumes.volume')}</th>
            <th scope="col">{t('volumes.claim')}</th>
            <th scope="col" className={styles.number}>
              {t('volumes.size')}
            </th>
            <th scope="col" className={styles.number}>
              {t('volumes.copies')}
            </th>
            {places.map(node => (
              <th key={node} scope="col" className={styles.cell}>
                {node || t('volumes.unplaced')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map(row => (
            <VolumeRow
              key={refPath(row.volume.ref)}
              row={row}
              places={places}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VolumeRow(props: { row: MatrixRow; places: string[] }) {
  const { row, places } = props;
  const { volume, attachedTo, replicas } = row;
  const chain = useRouteRef(storageChainRouteRef);
  const { facts } = volume;
  const all = [...replicas.values()].flat();
  const good = all.filter(one => markOf(one.health) === 'healthy').length;
  const claim = claimOf(volume);
  return (
    <tr>
      <td>
        <HealthChip health={volume.health} />
      </td>
      <th scope="row" className={styles.name}>
        <Link variant="body-small" href={chain?.(refParams(volume.ref))}>
          {volume.ref.name}
        </Link>
      </th>
      <td className={styles.name}>{claim ?? '–'}</td>
      <td className={styles.number}>
        <FactValue name="size" value={facts.size} />
      </td>
      <td className={styles.number}>
        {good}/
        {typeof facts.numberOfReplicas === 'number'
          ? facts.numberOfReplicas
          : all.length}
      </td>
      {places.map(node => (
        <td key={node} className={styles.cell}>
          <Marks
            node={node}
            replicas={replicas.get(node) ?? []}
            attached={node !== '' && node === attachedTo}
          />
        </td>
      ))}
    </tr>
  );
}

function claimOf(volume: ListedResource): string | undefined {
  const { claim } = volume.facts;
  if (claim && typeof claim === 'object' && !Array.isArray(claim)) {
    return `${claim.namespace}/${claim.name}`;
  }
  return undefined;
}

function Marks(props: {
  node: string;
  replicas: ListedResource[];
  attached: boolean;
}) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { t: shared } = useTranslationRef(socleReactTranslationRef);
  const hrefOf = useResourceHref();
  const { node, replicas, attached } = props;
  return (
    <span
      className={styles.marks}
      data-attached={attached}
      title={attached ? t('volumes.attachedHere') : undefined}
    >
      {replicas.map(replica => {
        const mark = markOf(replica.health);
        const label = t('volumes.replicaOn', {
          replica: replica.ref.name,
          node: node || t('volumes.unplaced'),
          health: shared(`health.${mark}`),
        });
        return (
          <Link
            key={replica.ref.name}
            href={hrefOf(replica.ref)}
            aria-label={label}
            title={[label, replica.health.message].filter(Boolean).join('\n')}
          >
            <HealthShape mark={mark} size={16} />
          </Link>
        );
      })}
      {replicas.length === 0 && (
        <span className={styles.none} title={t('volumes.noReplica')}>
          ·
        </span>
      )}
    </span>
  );
}
