import { renderInTestApp } from '@backstage/frontend-test-utils';
import { socleApiRef } from '@socle/backstage-plugin-socle-react';
import { FakeSocleApi } from '@socle/backstage-plugin-socle-react/testUtils';
import { screen, within } from '@testing-library/react';
import { dataServicesRouteRef } from '../route-refs';
import { dataServicesApi } from '../testing/data-services-platform';
import { DataServicesPage } from './DataServicesPage';

class FakeResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeAll(() => {
  window.ResizeObserver ??= FakeResizeObserver;
});

const LEDGER =
  '/socle-data-services/instance/atlas/postgresql.cnpg.io/v1/Cluster/ledger/ledger-db';

function show(at: string, api: FakeSocleApi = dataServicesApi()) {
  renderInTestApp(<DataServicesPage />, {
    initialRouteEntries: [at],
    mountPath: '/socle-data-services/*',
    mountedRoutes: { '/socle-data-services': dataServicesRouteRef },
    apis: [[socleApiRef, api]],
  });
  return api;
}

const rowOf = async (name: RegExp) =>
  within(await screen.findByRole('grid')).findByRole('row', { name });

describe('DataServicesPage', () => {
  it('says whether data services are well, what is broken and why', async () => {
    show('/socle-data-services');
    expect(
      await screen.findByText(
        '1 root cause in data services; it takes nothing else down.',
      ),
    ).toBeInTheDocument();
    const incidents = await screen.findByRole('list', {
      name: 'Incidents, root causes first',
    });
    expect(incidents).toHaveTextContent('CnpgClusterArchivingFails');
    // What is broken elsewhere and reaches no data service stands on other pages.
    expect(incidents).not.toHaveTextContent('LonghornNodeDown');
  });

  it.each([
    [
      'a database',
      /ledger-db/,
      ['PostgreSQL', '17.6', '2/3', 'backup fails', '12 GiB of 30 GiB'],
    ],
    ['a stream', /events/, ['no backup', '60 GiB', 'used: not measured']],
    ['a cache', /sessions/, ['StatefulSet', 'not known', 'no claims']],
    ['a vector store', /vectors/, ['1/?', 'not known']],
  ])('lists %s with what is known, never blank', async (_, name, texts) => {
    show('/socle-data-services');
    const row = await rowOf(name);
    for (const text of texts) {
      expect(row).toHaveTextContent(text);
    }
    for (const cell of within(row).getAllByRole('gridcell')) {
      expect(cell).not.toBeEmptyDOMElement();
    }
  });

  it('lists what the address asks for', async () => {
    show('/socle-data-services?fact=family%3Acache');
    await rowOf(/sessions/);
    expect(screen.queryByRole('row', { name: /vectors/ })).toBeNull();
  });

  it('leads from an instance to its chain', async () => {
    show('/socle-data-services');
    const row = await rowOf(/ledger-db/);
    expect(
      within(row).getByRole('link', { name: 'ledger-db' }),
    ).toHaveAttribute('href', LEDGER);
  });

  it('names the break of the chain that the address names', async () => {
    show(LEDGER);
    expect(
      await screen.findByText('Broken at Cluster ledger/ledger-db'),
    ).toBeInTheDocument();
  });

  it('shows what is inside the instances, and in which', async () => {
    show('/socle-data-services/contents');
    const row = await rowOf(/letters/);
    expect(row).toHaveTextContent('KafkaTopic');
    expect(within(row).getByRole('link', { name: 'events' })).toHaveAttribute(
      'href',
      '/socle-data-services/instance/atlas/kafka.strimzi.io/v1/Kafka/mailroom/events',
    );
  });

  it('shows how each is backed up', async () => {
    show('/socle-data-services/backups');
    const row = await rowOf(/ledger-db/);
    for (const text of [
      'backup fails',
      'cloudnative-pg',
      'never proven',
      'The newest backup failed.',
    ]) {
      expect(row).toHaveTextContent(text);
    }
    expect(await rowOf(/sessions/)).toHaveTextContent(
      'It keeps no data in claims of its own.',
    );
  });

  it('does not call well what was not read', async () => {
    const api = new FakeSocleApi();
    api.sources = [{ ...api.sources[0], state: 'unreachable' }];
    show('/socle-data-services', api);
    expect(
      await screen.findByText(
        'Whether data services are well cannot be told: not every source was read.',
      ),
    ).toBeInTheDocument();
  });

  it('says so where there are none', async () => {
    show('/socle-data-services', new FakeSocleApi());
    expect(
      await screen.findByText('No data services are known here.'),
    ).toBeInTheDocument();
  });

  it('says what could not be read', async () => {
    const api = dataServicesApi();
    api.getDataServices = async () => {
      throw new Error('the engine is not there');
    };
    show('/socle-data-services', api);
    expect(
      (await screen.findAllByText(/the engine is not there/)).length,
    ).toBeGreaterThan(0);
  });
});
