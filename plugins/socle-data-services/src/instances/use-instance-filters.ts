import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DATA_SERVICE_FAMILIES,
  DATA_SERVICE_GAPS,
  DataServiceItem,
} from '@socle/backstage-plugin-socle-common';
import { FactFilter } from '@socle/backstage-plugin-socle-react';
import { useMemo } from 'react';
import { socleDataServicesTranslationRef } from '../translation/ref';

/** What data services can be filtered by beside health and namespace; engines are those that there are. */
export function useInstanceFilters(
  items: readonly DataServiceItem[] | undefined,
): FactFilter[] {
  const { t } = useTranslationRef(socleDataServicesTranslationRef);
  return useMemo(() => {
    const engines = new Map(
      (items ?? []).map(({ facts }) => [facts.engine, facts.engineTitle]),
    );
    return [
      {
        fact: 'family',
        label: t('instances.family'),
        choices: DATA_SERVICE_FAMILIES.map(id => ({
          id,
          label: t(`family.${id}`),
        })),
      },
      {
        fact: 'engine',
        label: t('instances.engine'),
        choices: [...engines]
          .map(([id, label]) => ({ id, label }))
          .sort((a, b) => a.label.localeCompare(b.label)),
      },
      {
        fact: 'backup',
        label: t('instances.backup'),
        choices: DATA_SERVICE_GAPS.map(id => ({ id, label: t(`gap.${id}`) })),
      },
    ];
  }, [items, t]);
}
