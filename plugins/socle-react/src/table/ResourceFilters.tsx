import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField, Select } from '@backstage/ui';
import { AREAS, HEALTH_STATUSES } from '@socle/backstage-plugin-socle-common';
import { useEffect, useRef, useState } from 'react';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './table.module.css';
import { FactFilter, factValues } from './fact-filters';
import { FilterChoice, FilterChoices } from './use-filter-choices';
import { FilterName, TableStateControl } from './use-table-state';

const SEARCH_DELAY_MILLISECONDS = 250;

const LABELS = {
  cluster: 'table.cluster',
  system: 'table.system',
  area: 'table.area',
  kind: 'table.kind',
  namespace: 'table.namespace',
  health: 'table.health',
  flag: 'table.marks',
} as const;

/** The search field and the filters above a table. */
export function ResourceFilters(props: {
  control: TableStateControl;
  filters: FilterName[];
  choices: FilterChoices;
  factFilters: FactFilter[];
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { control, filters, choices, factFilters } = props;
  const { state } = control;

  const optionsOf = (name: FilterName) => {
    const known = (() => {
      switch (name) {
        case 'health':
          return HEALTH_STATUSES.map(status => ({
            id: status,
            label: t(`health.${status}`),
          }));
        case 'area':
          return AREAS.map(area => ({ id: area, label: t(`area.${area}`) }));
        case 'flag':
          return (
            [
              'orphaned',
              'unused',
              'notReplicated',
              'notBackedUp',
              'suspended',
            ] as const
          ).map(flag => ({
            id: flag,
            label: t(`flag.${flag}`),
          }));
        default:
          return choices[name];
      }
    })();
    return withAsked(known, state.filters[name] ?? []);
  };

  const isFiltered =
    state.q !== '' ||
    state.facts.length > 0 ||
    filters.some(name => name !== 'cluster' && state.filters[name]);

  return (
    <>
      <DelayedSearch
        value={state.q}
        label={t('table.search')}
        placeholder={t('table.searchPlaceholder')}
        onChange={control.setSearch}
      />
      {filters.map(name => {
        const options = optionsOf(name);
        if (
          options.length === 0 ||
          (name === 'cluster' && options.length < 2)
        ) {
          return null;
        }
        return (
          <ChoiceSelect
            key={name}
            label={t(LABELS[name])}
            choices={options}
            value={state.filters[name] ?? []}
            onChange={values => control.setFilter(name, values)}
          />
        );
      })}
      {factFilters.map(({ fact, label, choices: known }) => {
        const value = factValues(state.facts, fact);
        const options = withAsked(known, value);
        return options.length === 0 ? null : (
          <ChoiceSelect
            key={fact}
            label={label}
            choices={options}
            value={value}
            onChange={values => control.setFact(fact, values)}
          />
        );
      })}
      {isFiltered && (
        <Button size="small" variant="tertiary" onPress={control.clear}>
          {t('table.clear')}
        </Button>
      )}
    </>
  );
}

/** A value that the address asks for stays visible, known or not. */
function withAsked(
  known: FilterChoice[],
  asked: readonly string[],
): FilterChoice[] {
  const missing = asked.filter(value => !known.some(one => one.id === value));
  return [...known, ...missing.map(id => ({ id, label: id }))];
}

function ChoiceSelect(props: {
  label: string;
  choices: FilterChoice[];
  value: string[];
  onChange: (values: string[]) => void;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { label, choices, value, onChange } = props;
  return (
    <Select
      className={styles.filter}
      size="small"
      selectionMode="multiple"
      aria-label={t('table.filterBy', { name: label })}
      placeholder={t('table.all', { name: label })}
      options={choices.map(({ id, label: text }) => ({
        value: id,
        label: text,
      }))}
      value={value}
      onChange={keys => onChange(keys.map(String))}
    />
  );
}

/** Waits for a pause in typing, and follows the address when it changes by other means. */
function DelayedSearch(props: {
  value: string;
  label: string;
  placeholder: string;
  onChange: (value: string) => void;
}) {
  const { value, onChange } = props;
  const [text, setText] = useState(value);
  const sent = useRef(value);

  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    if (text === sent.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      sent.current = text;
      onChange(text);
    }, SEARCH_DELAY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text, onChange]);

  return (
    <SearchField
      className={styles.search}
      size="small"
      aria-label={props.label}
      placeholder={props.placeholder}
      value={text}
      onChange={setText}
    />
  );
}
