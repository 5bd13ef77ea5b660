import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  healthRank,
  refPath,
  ResourceLink as Relation,
} from '@socle/backstage-plugin-socle-common';
import {
  EmptyState,
  HealthChip,
  markOfEnd,
  RelationName,
  ResourceLink,
} from '@socle/backstage-plugin-socle-react';
import { socleTranslationRef } from '../translation/ref';
import styles from './detail.module.css';

/** What a resource depends on and what depends on it, the worst first. */
export function LinksPanel(props: { links: Relation[] }) {
  const { t } = useTranslationRef(socleTranslationRef);
  if (props.links.length === 0) {
    return (
      <div className={styles.panel}>
        <EmptyState>{t('detail.noLinks')}</EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.panel}>
      <Relations
        title={t('detail.dependsOn')}
        links={props.links.filter(link => link.direction === 'out')}
      />
      <Relations
        title={t('detail.dependents')}
        links={props.links.filter(link => link.direction === 'in')}
      />
    </div>
  );
}

function urgency(link: Relation): number {
  return link.state === 'absent'
    ? -1
    : healthRank(link.health?.status ?? 'unknown');
}

function Relations(props: { title: string; links: Relation[] }) {
  if (props.links.length === 0) {
    return null;
  }
  return (
    <>
      <h3>
        {props.title} ({props.links.length})
      </h3>
      <ul className={styles.links} aria-label={props.title}>
        {[...props.links]
          .sort((a, b) => urgency(a) - urgency(b))
          .map(link => (
            <li key={`${link.rel} ${refPath(link.ref)}`}>
              <span className={styles.rel}>
                <RelationName rel={link.rel} />
              </span>
              <HealthChip mark={markOfEnd(link)} />
              <ResourceLink resource={link.ref} />
            </li>
          ))}
      </ul>
    </>
  );
}
