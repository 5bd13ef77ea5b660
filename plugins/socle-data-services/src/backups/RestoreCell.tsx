import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RelativeTime } from '@socle/backstage-plugin-socle-react';
import instances from '../instances/instances.module.css';
import { ServiceWords } from '../instances/service-facts';
import { socleDataServicesTranslationRef } from '../translation/ref';

/** Whether a restore was ever proven: a backup that was never read back is a hope. */
export function RestoreCell(props: { service: ServiceWords }) {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  const { restore, restoredAt, recoverableFrom } = props.service;
  return (
    <span className={instances.stack}>
      <span className={restore === 'proven' ? undefined : instances.quiet}>
        {t(`restore.${restore}`)}
      </span>
      {restoredAt && <RelativeTime at={restoredAt} />}
      {recoverableFrom && (
        <span className={instances.quiet}>
          {t('restore.anyMomentFrom')} <RelativeTime at={recoverableFrom} />
        </span>
      )}
    </span>
  );
}
