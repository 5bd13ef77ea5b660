import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Evidence, JsonValue } from '@socle/backstage-plugin-socle-common';
import { ResourceLink } from '../routing/ResourceLink';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './health.module.css';

function asText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '–';
}

/**
 * The fields that a verdict rests on, as they were read: not translated, not rounded.
 * @public
 */
export function EvidenceList(props: { evidence?: Evidence[] }) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  if (!props.evidence?.length) {
    return <span className={styles.message}>{t('reason.noEvidence')}</span>;
  }
  return (
    <dl className={styles.evidence} lang="en">
      {props.evidence.map((item, index) => (
        <div key={index} style={{ display: 'contents' }}>
          <dt>{item.path}</dt>
          <dd>
            {asText(item.value)}
            {item.ref && (
              <>
                {' '}
                <ResourceLink resource={item.ref} />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
