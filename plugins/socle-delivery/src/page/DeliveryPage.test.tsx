import { renderInTestApp } from '@backstage/frontend-test-utils';
import { socleApiRef } from '@socle/backstage-plugin-socle-react';
import { screen, within } from '@testing-library/react';
import { deliveryRouteRef } from '../route-refs';
import { deliveryApi } from '../testing/delivery-platform';
import { DeliveryPage } from './DeliveryPage';

class FakeResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeAll(() => {
  window.ResizeObserver ??= FakeResizeObserver;
});

const KIOSK = 'atlas/argoproj.io/v1alpha1/Application/argo/kiosk';
const MAIL = 'atlas/external-secrets.io/v1/ExternalSecret/kiosk/kiosk-mail';

function show(at: string, api = deliveryApi()) {
  renderInTestApp(<DeliveryPage />, {
    initialRouteEntries: [at],
    mountPath: '/socle-delivery/*',
    mountedRoutes: { '/socle-delivery': deliveryRouteRef },
    apis: [[socleApiRef, api]],
  });
}

const rowOf = async (name: RegExp) =>
  within(await screen.findByRole('grid')).getByRole('row', { name });

describe('DeliveryPage', () => {
  it('says whether delivery is well, what is broken and why', async () => {
    show('/socle-delivery');
    expect(
      await screen.findByText(
        '1 root cause in delivery; it takes nothing else down.',
      ),
    ).toBeInTheDocument();
    expect(await screen.findByText('ArgoComparisonError')).toBeInTheDocument();
    expect(screen.queryByText('ExternalSecretRemoteMissing')).toBeNull();
  });

  it('counts the Applications of each pattern and leads to them', async () => {
    show('/socle-delivery?cluster=atlas');
    const counts = await screen.findByRole('list', {
      name: 'Applications of Argo CD by pattern',
    });
    const links = within(counts).getAllByRole('link');
    expect(links.map(one => one.textContent)).toEqual([
      '0 applications',
      '1 application',
      '0 applications',
      '1 application',
      '1 application',
    ]);
    expect(links[3]).toHaveAttribute(
      'href',
      '/socle-delivery/apps?cluster=atlas&fact=pattern%3AD',
    );
  });

  it('shows of an Application how it is delivered and what differs', async () => {
    show('/socle-delivery/apps');
    const row = await rowOf(/atelier/);
    expect(row).toHaveTextContent('other');
    expect(row).toHaveTextContent('unsure');
    expect(
      within(row).getByTitle('Nothing known shows what renders it.'),
    ).toBeInTheDocument();
    expect(row).toHaveTextContent('OutOfSync · Healthy');
    expect(row).toHaveTextContent('2 of 8 differ from Git');
    expect(row).toHaveTextContent('synced by hand');
    expect(row).toHaveTextContent('5a1d0c7');
    expect(row).toHaveTextContent('Succeeded');
  });

  it('shows a reason that it does not know as it is', async () => {
    show('/socle-delivery/apps');
    expect(
      within(await rowOf(/depot/)).getByTitle('a-reason-of-tomorrow'),
    ).toBeInTheDocument();
  });

  it('filters by pattern as the address says, and offers what there is', async () => {
    show('/socle-delivery/apps?fact=pattern:D');
    expect(await screen.findByText('1–1 of 1')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'kiosk' })).toHaveAttribute(
      'href',
      `/socle-delivery/app/${KIOSK}`,
    );
    for (const name of ['Pattern', 'Project', 'Sync', 'Health']) {
      expect(
        screen.getByRole('button', { name: new RegExp(`Filter by ${name}`) }),
      ).toBeInTheDocument();
    }
  });

  it('draws the chain of the Application that the address names', async () => {
    show(`/socle-delivery/app/${KIOSK}`);
    expect(
      await screen.findByText('Broken at Application argo/kiosk'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('A folder of plain manifests.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('https://git.example/estate apps/kiosk @ main'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All applications' }),
    ).toHaveAttribute('href', '/socle-delivery/apps?cluster=atlas');
  });

  it('shows what Flux applies, where it is from and that it is suspended', async () => {
    show('/socle-delivery/flux');
    const row = await rowOf(/edge/);
    expect(row).toHaveTextContent('GitRepository estate');
    expect(row).toHaveTextContent('main@sha1:5a1d0c7');
    expect(row).toHaveTextContent('Paused');
    expect(row).toHaveTextContent('suspended');
  });

  it('lists sources and projects', async () => {
    show('/socle-delivery/sources');
    expect(await rowOf(/estate/)).toHaveTextContent(
      'https://git.example/estate',
    );
    expect(await rowOf(/shop/)).toHaveTextContent('https://git.example/*');
  });

  it('says whether secrets arrive, and leads to the chain of one', async () => {
    show('/socle-delivery/secrets');
    expect(
      await screen.findByText(
        '1 root cause reaches secrets and takes down 1 resource.',
      ),
    ).toBeInTheDocument();
    expect(await rowOf(/kiosk-mail/)).toHaveTextContent(
      'ClusterSecretStore/strongroom',
    );
    expect(
      within(await rowOf(/kiosk-mail/)).getByRole('link', {
        name: 'kiosk-mail',
      }),
    ).toHaveAttribute('href', `/socle-delivery/secret/${MAIL}`);
  });

  it('names the link at which the chain of a secret is broken', async () => {
    show(`/socle-delivery/secret/${MAIL}?form=list`);
    expect(
      await screen.findByText('Broken at ExternalSecret kiosk/kiosk-mail'),
    ).toBeInTheDocument();
    expect(screen.getByRole('list', { name: /^Chain from/ })).toHaveTextContent(
      'Written by',
    );
  });

  it('does not call delivery well where not every source was read', async () => {
    const api = deliveryApi();
    api.sources = [{ ...api.sources[0], state: 'unreachable' }];
    api.getIncidents = async () => ({
      items: [],
      total: 0,
      sources: api.sources,
    });
    api.getSystems = async () => ({
      items: [],
      total: 0,
      sources: api.sources,
    });
    show('/socle-delivery', api);
    expect(
      await screen.findByText(/Whether delivery is well cannot be told/),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/No incident is known, but/),
    ).toBeInTheDocument();
  });

  it('says what went wrong where nothing could be read', async () => {
    const api = deliveryApi();
    api.getResources = async () => {
      throw new Error('no route to host');
    };
    show('/socle-delivery/apps', api);
    expect(await screen.findByText('no route to host')).toBeInTheDocument();
  });
});
