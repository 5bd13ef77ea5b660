import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  socleApiRef,
  socleRouteRef,
} from '@socle/backstage-plugin-socle-react';
import { FakeSocleApi } from '@socle/backstage-plugin-socle-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SoclePage } from './SoclePage';

class FakeResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeAll(() => {
  window.ResizeObserver ??= FakeResizeObserver;
});

function show(at: string) {
  renderInTestApp(<SoclePage />, {
    initialRouteEntries: [at],
    mountPath: '/socle/*',
    mountedRoutes: { '/socle': socleRouteRef },
    apis: [[socleApiRef, new FakeSocleApi()]],
  });
}

describe('SoclePage', () => {
  it('says first whether it is well, then why not, then what there is', async () => {
    show('/socle');
    expect(
      await screen.findByText('1 root cause takes down 6 resources.'),
    ).toBeInTheDocument();
    const incidents = await screen.findByRole('list', { name: /^Incidents/ });
    expect(within(incidents).getByText('LonghornNodeDown')).toBeInTheDocument();
    const cluster = await screen.findByRole('article', { name: 'Atlas' });
    expect(within(cluster).getByText('Failed')).toBeInTheDocument();
    expect(
      await screen.findByRole('article', { name: 'Storage' }),
    ).toBeInTheDocument();
  });

  it('shows one resource with evidence, relations, chain and history', async () => {
    show(
      '/socle/explorer/atlas/longhorn.io/v1beta2/Volume/longhorn-system/pvc-orders-0f3a',
    );
    expect(await screen.findByText('status.robustness')).toBeInTheDocument();
    expect(
      await screen.findByText(
        'Broken at Volume longhorn-system/pvc-orders-0f3a',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('list', { name: 'Depends on' }),
    ).toBeInTheDocument();
    expect(screen.getByText('10 GiB')).toBeInTheDocument();
  });

  it('reads the raw YAML only when asked for', async () => {
    show('/socle/explorer/atlas/core/v1/Pod/orders/orders-0');
    await userEvent.click(
      await screen.findByRole('button', { name: /API server/ }),
    );
    expect(await screen.findByText(/kind: Pod/)).toBeInTheDocument();
  });

  it('says that a resource is not known', async () => {
    show('/socle/explorer/atlas/core/v1/Pod/orders/nobody');
    expect(await screen.findByText(/nobody is not known/)).toBeInTheDocument();
  });

  it('lists changes, latest first', async () => {
    show('/socle/timeline?period=week');
    const list = await screen.findByRole('list', { name: /^Changes/ });
    expect(within(list).getAllByRole('listitem')).toHaveLength(6);
  });
});
