import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  Column,
  Link,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import {
  ListAnswer,
  refPath,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { useMemo } from 'react';
import { socleApiRef } from '../api/api-ref';
import {
  CallOptions,
  ExportView,
  ListedResource,
  ResourceQuery,
} from '../api/socle-api';
import { Freshness } from '../freshness/Freshness';
import { isAllRead } from '../freshness/troubled-sources';
import { useLive } from '../live/use-live';
import { useResourceHref } from '../routing/use-resource-href';
import { EmptyState } from '../states/EmptyState';
import { LiveContent } from '../states/LiveContent';
import { socleReactTranslationRef } from '../translation/ref';
import { ResourceColumn, useStandardColumns } from './columns';
import { ExportButtons } from './ExportButtons';
import { FactFilter } from './fact-filters';
import { Pagination } from './Pagination';
import { ResourceFilters } from './ResourceFilters';
import styles from './table.module.css';
import { useFilterChoices } from './use-filter-choices';
import {
  FilterName,
  queryOfState,
  TableStateControl,
  useTableState,
} from './use-table-state';

/** @public A list that is asked for as resources are. */
export interface ResourceSource {
  /** Also tells one source from another. */
  exportView: ExportView;
  load(
    query: ResourceQuery,
    options: CallOptions,
  ): Promise<ListAnswer<ListedResource>>;
}

/** @public Props of {@link ResourceTable}. */
export interface ResourceTableProps {
  /** What the table holds, for screen readers. */
  label: string;
  /** What the rows are, where they are not all resources; and the export that holds the same. */
  source?: ResourceSource;
  /** What the reader cannot change; of kinds, those that the reader may choose among. */
  fixed?: ResourceQuery;
  filters?: FilterName[];
  factFilters?: FactFilter[];
  columns?: ResourceColumn[];
  defaultSort?: string;
  /** Where a row leads; the page in the explorer where not given. */
  hrefOf?: (ref: ResourceRef) => string | undefined;
  /** Leaves the freshness to the page. */
  hideFreshness?: boolean;
}

const NO_FILTERS: FilterName[] = [];
const NO_FACT_FILTERS: FactFilter[] = [];

/**
 * A table of resources that the server sorts, filters, searches and pages, and whose address holds its state.
 * @public
 */
export function ResourceTable(props: ResourceTableProps) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { fixed, source, filters = NO_FILTERS, defaultSort = 'health' } = props;
  const api = useApi(socleApiRef);
  const control = useTableState({ defaultSort });
  const query = useMemo(
    () => queryOfState(control.state, fixed ?? {}),
    [control.state, fixed],
  );
  const live = useLive({
    key: `${source?.exportView ?? ''} ${JSON.stringify(query)}`,
    load: signal =>
      source
        ? source.load(query, { signal })
        : api.getResources(query, { signal }),
  });
  const choices = useFilterChoices({
    filters,
    cluster: query.cluster,
    system: query.system,
    kind: fixed?.kind,
  });

  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <ResourceFilters
          control={control}
          filters={filters}
          choices={choices}
          factFilters={props.factFilters ?? NO_FACT_FILTERS}
        />
      </div>
      <div className={styles.bar}>
        {!props.hideFreshness && (
          <div className={styles.freshness}>
            <Freshness
              sources={live.data?.sources}
              refreshedAt={live.refreshedAt}
              error={live.error}
            />
          </div>
        )}
        <span className={styles.end}>
          <ExportButtons
            view={source?.exportView ?? 'resources'}
            query={query}
          />
        </span>
      </div>
      <LiveContent live={live} lines={12}>
        {answer => (
          <>
            <div className={styles.scroll} data-outdated={live.outdated}>
              <Rows {...props} items={answer.items} control={control} />
              {answer.items.length === 0 && (
                <EmptyState>
                  {t(
                    isAllRead(answer.sources)
                      ? 'table.none'
                      : 'table.noneUnread',
                  )}
                </EmptyState>
              )}
            </div>
            <Pagination
              page={control.state.page}
              limit={control.state.limit}
              total={answer.total}
              onPage={control.setPage}
              onLimit={control.setLimit}
            />
          </>
        )}
      </LiveContent>
    </div>
  );
}

function Rows(
  props: ResourceTableProps & {
    items: ListedResource[];
    control: TableStateControl;
  },
) {
  const standard = useStandardColumns();
  const explorerHref = useResourceHref();
  const { control, hrefOf = explorerHref } = props;
  const columns = props.columns ?? [
    standard.health,
    standard.kind,
    standard.name,
    standard.namespace,
    standard.system,
    standard.reason,
    standard.since,
  ];
  const descending = control.state.sort.startsWith('-');
  return (
    <TableRoot
      aria-label={props.label}
      sortDescriptor={{
        column: control.state.sort.replace(/^-/, ''),
        direction: descending ? 'descending' : 'ascending',
      }}
      onSortChange={({ column, direction }) =>
        control.setSort(`${direction === 'descending' ? '-' : ''}${column}`)
      }
    >
      <TableHeader>
        {columns.map(column => (
          <Column
            key={column.id}
            id={column.id}
            isRowHeader={column.id === 'name'}
            allowsSorting={column.sortable}
            style={{ width: column.width }}
          >
            {column.label}
          </Column>
        ))}
      </TableHeader>
      <TableBody
        items={props.items.map(item => ({ id: refPath(item.ref), item }))}
        dependencies={[columns, hrefOf]}
      >
        {({ id, item }) => (
          <Row key={id} id={id} href={hrefOf(item.ref)}>
            {columns.map(column => (
              <Cell key={column.id}>
                {column.id === 'name' ? (
                  <NameLink href={hrefOf(item.ref)}>
                    {column.cell(item)}
                  </NameLink>
                ) : (
                  column.cell(item)
                )}
              </Cell>
            ))}
          </Row>
        )}
      </TableBody>
    </TableRoot>
  );
}

function NameLink(props: { href?: string; children: React.ReactNode }) {
  return (
    <span className={styles.mono}>
      {props.href ? (
        <Link href={props.href} variant="body-medium">
          {props.children}
        </Link>
      ) : (
        props.children
      )}
    </span>
  );
}
