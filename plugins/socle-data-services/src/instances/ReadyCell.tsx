import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { socleDataServicesTranslationRef } from '../translation/ref';
import styles from './instances.module.css';
import { ServiceWords } from './service-facts';

/** How many instances are ready of those wanted; `?` for what is not known, in words for screen readers. */
export function ReadyCell(props: { service: ServiceWords }) {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const { ready, wanted } = props.service;
  if (ready === undefined && wanted === undefined) {
    return <span className={styles.quiet}>{t('instances.notKnown')}</span>;
  }
  const text = (value: number | undefined) =>
    value === undefined ? '?' : String(value);
  return (
    <span
      className={styles.ready}
      data-short={ready !== undefined && wanted !== undefined && ready < wanted}
      title={t('instances.readyOf', {
        ready: ready === undefined ? t('instances.notKnown') : String(ready),
        wanted: wanted === undefined ? t('instances.notKnown') : String(wanted),
      })}
    >
      {text(ready)}/{text(wanted)}
    </span>
  );
}
