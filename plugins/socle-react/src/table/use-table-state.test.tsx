import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { queryOfState, readTableState, useTableState } from './use-table-state';

function setup(at: string) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={[at]}>{children}</MemoryRouter>
  );
  return renderHook(
    () => ({
      control: useTableState({ defaultSort: 'health' }),
      search: useLocation().search,
    }),
    { wrapper },
  );
}

describe('useTableState', () => {
  it('reads what the address says', () => {
    const { result } = setup(
      '/?health=failed&health=degraded&q=orders&sort=-name&page=3&limit=50',
    );
    expect(result.current.control.state).toEqual({
      filters: { health: ['failed', 'degraded'] },
      facts: [],
      q: 'orders',
      sort: '-name',
      page: 3,
      limit: 50,
    });
  });

  it.each([
    'page=-1',
    'page=x',
    'page=1.5',
    'limit=7',
    'health=',
    'fact=',
    'fact=:A',
  ])('ignores %s', text => {
    expect(readTableState(new URLSearchParams(text), 'health')).toEqual({
      filters: {},
      facts: [],
      q: '',
      sort: 'health',
      page: 1,
      limit: 25,
    });
  });

  it('goes back to the first page on any change but that of the page', () => {
    const { result } = setup('/?page=4&other=kept');
    act(() => result.current.control.setPage(5));
    expect(result.current.search).toBe('?other=kept&page=5');
    act(() => result.current.control.setFilter('health', ['failed']));
    expect(result.current.search).toBe('?other=kept&health=failed');
    act(() => result.current.control.setSort('-since'));
    expect(result.current.search).toBe('?other=kept&health=failed&sort=-since');
  });

  it('keeps the values of each fact apart', () => {
    const { result } = setup('/?fact=pattern:A&fact=sync:Synced&page=2');
    act(() => result.current.control.setFact('pattern', ['B', 'C']));
    expect(result.current.control.state.facts).toEqual([
      'sync:Synced',
      'pattern:B',
      'pattern:C',
    ]);
    expect(result.current.control.state.page).toBe(1);
    expect(queryOfState(result.current.control.state, {}).fact).toHaveLength(3);
    act(() => result.current.control.clear());
    expect(result.current.search).toBe('');
  });

  it('clears filters but not the chosen cluster', () => {
    const { result } = setup('/?cluster=atlas&health=failed&q=x');
    act(() => result.current.control.clear());
    expect(result.current.search).toBe('?cluster=atlas');
  });

  it('lets what the table is fixed to win', () => {
    const state = readTableState(
      new URLSearchParams('kind=Pod&page=2'),
      'health',
    );
    expect(queryOfState(state, { kind: ['Node'] })).toMatchObject({
      kind: ['Node'],
      offset: 25,
      limit: 25,
    });
  });

  it.each([
    ['kind=Pod', ['Node', 'Lease']],
    ['kind=Lease&kind=Pod', ['Lease']],
    ['', ['Node', 'Lease']],
  ])('narrows the kinds that the table is fixed to by %s', (text, kind) => {
    const state = readTableState(new URLSearchParams(text), 'health');
    expect(queryOfState(state, { kind: ['Node', 'Lease'] }).kind).toEqual(kind);
  });
});
