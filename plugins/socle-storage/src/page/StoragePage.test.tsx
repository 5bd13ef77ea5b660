import { renderInTestApp } from '@backstage/frontend-test-utils';
import { socleApiRef } from '@socle/backstage-plugin-socle-react';
import { FakeSocleApi } from '@socle/backstage-plugin-socle-react/testUtils';
import { screen, within } from '@testing-library/react';
import { storageRouteRef } from '../route-refs';
import { StoragePage } from './StoragePage';

class FakeResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeAll(() => {
  window.ResizeObserver ??= FakeResizeObserver;
});

function show(at: string) {
  renderInTestApp(<StoragePage />, {
    initialRouteEntries: [at],
    mountPath: '/socle-storage/*',
    mountedRoutes: { '/socle-storage': storageRouteRef },
    apis: [[socleApiRef, new FakeSocleApi()]],
  });
}

describe('StoragePage', () => {
  it('says whether storage is well and what is broken', async () => {
    show('/socle-storage');
    expect(
      await screen.findByText(
        '1 root cause reaches storage and takes down 6 resources.',
      ),
    ).toBeInTheDocument();
    expect(await screen.findByText('LonghornNodeDown')).toBeInTheDocument();
  });

  it('leads from a claim to its chain', async () => {
    show('/socle-storage/claims');
    const link = await screen.findByRole('link', { name: 'orders-data' });
    expect(link).toHaveAttribute(
      'href',
      '/socle-storage/chain/atlas/core/v1/PersistentVolumeClaim/orders/orders-data',
    );
  });

  it('draws the chain that the address names', async () => {
    show(
      '/socle-storage/chain/atlas/core/v1/PersistentVolumeClaim/orders/orders-data',
    );
    expect(
      await screen.findByText(
        'Broken at Volume longhorn-system/pvc-orders-0f3a',
      ),
    ).toBeInTheDocument();
  });

  it('shows where the replicas of each volume lie', async () => {
    show('/socle-storage/volumes');
    const table = await screen.findByRole('table');
    const row = within(table).getByRole('row', { name: /pvc-orders-0f3a/ });
    expect(row).toHaveTextContent('2/3');
    expect(
      within(row).getByLabelText('pvc-orders-0f3a-r-oak-3 on oak-3: Failed'),
    ).toBeInTheDocument();
  });

  it('shows how full the disks are, and which take no more', async () => {
    show('/socle-storage/capacity');
    const node = await screen.findByRole('article', { name: 'oak-2' });
    expect(node).toHaveTextContent('takes no new replicas');
    expect(within(node).getByRole('img')).toHaveAccessibleName(
      '/var/lib/longhorn: 470 GiB used, 30 GiB reserved, 0 B free of 500 GiB',
    );
  });

  it('lists what serves nobody', async () => {
    show('/socle-storage/unused');
    expect(await screen.findByText('depot-data')).toBeInTheDocument();
  });
});
