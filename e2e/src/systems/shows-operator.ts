import { Entity } from '@backstage/catalog-model';
import { eventually } from '../kubernetes-api/collecting-sink';
import { PortalWithOperator } from './portal-with';

/** What a portal shows of the made-up operator, however the portal came to know it. */
export function showsTheOperator(start: () => Promise<PortalWithOperator>) {
  let portal: PortalWithOperator;

  beforeAll(async () => {
    portal = await start();
    await eventually(async () => {
      const { total } = await portal.get('resources?system=beehive');
      expect(total).toBe(2);
    }, 30_000);
  }, 90_000);
  afterAll(() => portal?.stop());

  it('lists its objects in the explorer, worst first, judged by its rules', async () => {
    await eventually(async () => {
      const { items } = await portal.get('resources?system=beehive');
      expect(items).toMatchObject([
        {
          ref: {
            cluster: 'lab',
            apiVersion: 'apiary.example.org/v1',
            kind: 'Hive',
            namespace: 'apiary',
            name: 'north',
          },
          system: 'beehive',
          area: 'data',
          health: {
            status: 'failed',
            reason: 'HiveQueenMissing',
            evidence: [{ path: 'status.queen', value: 'Missing' }],
            runbook: expect.stringContaining('HiveQueenMissing'),
          },
          facts: { workers: 12 },
        },
        { ref: { name: 'south' }, health: { status: 'healthy' } },
      ]);
    });
  });

  it.each([
    'area=data',
    'kind=Hive',
    'q=north',
    'kind=apiary.example.org/Hive',
  ])('finds them by %s', async query => {
    const { items } = await portal.get(`resources?${query}`);
    expect(items).toContainEqual(
      expect.objectContaining({
        ref: expect.objectContaining({ kind: 'Hive', name: 'north' }),
      }),
    );
  });

  it('shows one of them with what it stands on', async () => {
    const { links } = await portal.get(
      'resources/lab/apiary.example.org/v1/Hive/apiary/north',
    );
    expect(links).toContainEqual(
      expect.objectContaining({
        rel: 'data',
        direction: 'out',
        ref: expect.objectContaining({ name: 'combs-north' }),
      }),
    );
  });

  it('counts it among the systems, with the version that runs', async () => {
    const systems = await portal.get('systems?cluster=lab');
    const items = Array.isArray(systems) ? systems : systems.items;
    expect(items).toContainEqual(
      expect.objectContaining({
        system: 'beehive',
        title: 'Beehive',
        area: 'data',
        version: '2.7.1',
        health: 'failed',
        kinds: [{ group: 'apiary.example.org', kind: 'Hive', count: 2 }],
      }),
    );
  });

  it('has its trouble among the incidents', async () => {
    const { items } = await portal.get('incidents?cluster=lab');
    expect(items).toContainEqual(
      expect.objectContaining({
        reason: 'HiveQueenMissing',
        root: expect.objectContaining({ kind: 'Hive', name: 'north' }),
      }),
    );
  });

  it('has each of its objects in the catalog', async () => {
    await eventually(async () => {
      const hives = (await portal.entities()).filter(
        ({ spec }) => spec?.type === 'hive',
      );
      expect(hives).toHaveLength(2);
      expect(hives[0]).toMatchObject({
        kind: 'Resource',
        metadata: { namespace: 'lab' },
        spec: { system: 'lab/data' },
      });
      expect(hives.map(({ metadata }) => metadata.name).sort()).toEqual([
        'apiary-north',
        'apiary-south',
      ]);
    }, 60_000);
  }, 90_000);

  it('has it in the catalog, with its documentation', async () => {
    let found: Entity | undefined;
    await eventually(async () => {
      found = (await portal.entities()).find(
        ({ metadata }) => metadata.name === 'beehive',
      );
      expect(found).toBeDefined();
    }, 60_000);
    expect(found).toMatchObject({
      kind: 'Component',
      metadata: {
        namespace: 'lab',
        title: 'Beehive',
        description: 'Keeps hives of workers around a queen.',
        annotations: {
          'socle.dev/system': 'beehive',
          'backstage.io/techdocs-entity-path': '/systems/#beehive',
        },
        links: [{ url: 'https://apiary.example.org/docs' }],
      },
      spec: { system: 'lab/data' },
    });
  }, 90_000);
}
