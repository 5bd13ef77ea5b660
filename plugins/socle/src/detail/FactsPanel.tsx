import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ResourceItem } from '@socle/backstage-plugin-socle-common';
import { EmptyState, FactList } from '@socle/backstage-plugin-socle-react';
import { socleTranslationRef } from '../translation/ref';
import styles from './detail.module.css';

/** What is known of a resource. */
export function FactsPanel(props: { facts: ResourceItem['facts'] }) {
  const { t } = useTranslationRef(socleTranslationRef);
  return (
    <div className={styles.panel}>
      {Object.keys(props.facts).length === 0 ? (
        <EmptyState>{t('detail.noFacts')}</EmptyState>
      ) : (
        <FactList facts={props.facts} />
      )}
    </div>
  );
}
