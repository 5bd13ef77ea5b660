import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AreaHeadline,
  AreaSystems,
  useAreaState,
} from '@socle/backstage-plugin-socle-react';
import { socleStorageTranslationRef } from '../translation/ref';

/** Is storage well? What is broken and why? What is it made of? */
export function OverviewTab(props: { cluster?: string }) {
  const { t } = useTranslationRef(socleStorageTranslationRef);
  const { cluster } = props;
  const state = useAreaState('storage', cluster);
  return (
    <>
      <AreaHeadline
        of={state}
        cluster={cluster}
        words={{
          well: t('overview.well'),
          notKnown: t('overview.notKnown'),
          worse: count => t('overview.worse', { count }),
          alone: count => t('overview.alone', { count }),
          broken: (count, affected) =>
            t('overview.broken', { count, affected }),
        }}
      />
      <AreaSystems
        title={t('overview.systems')}
        none={t('overview.none')}
        of={state}
        cluster={cluster}
      />
    </>
  );
}
