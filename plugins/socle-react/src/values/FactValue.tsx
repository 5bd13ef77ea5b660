import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { RelativeTime } from '../time/RelativeTime';
import { useLanguage } from '../time/use-language';
import { socleReactTranslationRef } from '../translation/ref';
import { FactName } from './FactName';
import { factForm, formatBytes, formatDuration } from './units';
import styles from './values.module.css';

const SHOWN_ITEMS = 20;

/**
 * One fact for a person: bytes and durations with units, times as ages, lists and groups spread out.
 * @public
 */
export function FactValue(props: { name: string; value: JsonValue }) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const language = useLanguage();
  const { name, value } = props;

  if (value === null || value === undefined || value === '') {
    return <span>–</span>;
  }
  if (typeof value === 'boolean') {
    return <span>{t(value ? 'value.yes' : 'value.no')}</span>;
  }
  if (typeof value === 'number') {
    const form = factForm(name, value);
    const exact = new Intl.NumberFormat(language).format(value);
    if (form === 'bytes') {
      return <span title={exact}>{formatBytes(value, language)}</span>;
    }
    if (form === 'moment') {
      return <RelativeTime at={value} />;
    }
    return (
      <span>
        {form === 'seconds' ? formatDuration(value, language) : exact}
      </span>
    );
  }
  if (typeof value === 'string') {
    return factForm(name, value) === 'moment' ? (
      <RelativeTime at={value} />
    ) : (
      <span translate="no">{value}</span>
    );
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? (
      <span>{t('value.none')}</span>
    ) : (
      <ul className={styles.list}>
        {value.slice(0, SHOWN_ITEMS).map((item, index) => (
          <li key={index}>
            <FactValue name={name} value={item} />
          </li>
        ))}
        {value.length > SHOWN_ITEMS && (
          <li>
            {t('value.more', { number: String(value.length - SHOWN_ITEMS) })}
          </li>
        )}
      </ul>
    );
  }
  return (
    <span className={styles.nested}>
      {Object.entries(value)
        .filter(([, part]) => part !== undefined && part !== null)
        .map(([part, inner]) => (
          <span key={part}>
            <span className={styles.nestedName}>
              <FactName nested name={part} />
            </span>{' '}
            <FactValue name={part} value={inner} />
          </span>
        ))}
    </span>
  );
}

/**
 * All facts of a resource, by names for a person.
 * @public
 */
export function FactList(props: { facts: Record<string, JsonValue> }) {
  const shown = Object.entries(props.facts).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return (
    <dl className={styles.facts}>
      {shown.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>
            <FactName name={name} />
          </dt>
          <dd>
            <FactValue name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
