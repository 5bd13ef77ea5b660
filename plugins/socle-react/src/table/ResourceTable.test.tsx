import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { socleApiRef } from '../api/api-ref';
import { socleRouteRef } from '../routing/route-refs';
import { FakeSocleApi } from '../testing/FakeSocleApi';
import { ResourceTable } from './ResourceTable';

function Address() {
  return <output>{useLocation().search}</output>;
}

function show(at: string, api = new FakeSocleApi()) {
  renderInTestApp(
    <>
      <ResourceTable label="Things" filters={['health']} />
      <Address />
    </>,
    {
      initialRouteEntries: [at],
      mountedRoutes: { '/socle': socleRouteRef },
      apis: [[socleApiRef, api]],
    },
  );
  return api;
}

describe('ResourceTable', () => {
  it('shows the page, the order and the filter that the address asks for', async () => {
    show('/?health=degraded&sort=-name');
    const table = await screen.findByRole('grid', { name: 'Things' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toHaveTextContent('pvc-mailroom-0f3a');
    expect(screen.getByText('1–5 of 5')).toBeInTheDocument();
  });

  it('links a row to its page in the explorer', async () => {
    show('/?q=pvc-orders-0f3a&sort=kind');
    const [link] = await screen.findAllByRole('link', {
      name: 'pvc-orders-0f3a',
    });
    expect(link).toHaveAttribute(
      'href',
      '/socle/explorer/atlas/core/v1/PersistentVolume/_/pvc-orders-0f3a',
    );
  });

  it('pages and puts the page into the address', async () => {
    show('/');
    await screen.findByText('1–25 of 53');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('26–50 of 53')).toBeInTheDocument();
    expect(screen.getByText('?page=2')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Previous page' })).toBeEnabled();
  });

  it('sorts by a column and puts that into the address', async () => {
    show('/');
    await screen.findByRole('grid');
    await userEvent.click(screen.getByRole('columnheader', { name: 'Name' }));
    expect(await screen.findByText('?sort=name')).toBeInTheDocument();
  });

  it('searches after a pause in typing', async () => {
    show('/');
    await screen.findByRole('grid');
    await userEvent.type(screen.getByRole('searchbox'), 'oak-3');
    expect(await screen.findByText('?q=oak-3')).toBeInTheDocument();
  });

  it('does not call an unread list empty', async () => {
    const api = new FakeSocleApi();
    api.sources = [{ ...api.sources[0], state: 'syncing' }];
    show('/?q=no-such-thing', api);
    expect(await screen.findByText(/Nothing is known yet/)).toBeInTheDocument();
  });

  it('says that a list may not be read', async () => {
    const api = new FakeSocleApi();
    api.getResources = async () => {
      throw Object.assign(new Error('no'), { statusCode: 403 });
    };
    show('/', api);
    expect(
      await screen.findByText('You may not read this.'),
    ).toBeInTheDocument();
  });
});
