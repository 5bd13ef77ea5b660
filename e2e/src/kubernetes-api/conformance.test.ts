import {
  discover,
  HttpClusterReader,
  KindParser,
  KindTarget,
  KindWatch,
  KindWatchOptions,
  pickVersion,
  systemClock,
  watchStream,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { stringAt } from '@socle/backstage-plugin-socle-model';
import { ApiServer } from './api-server';
import { findBinaries } from './binaries';
import { CollectingSink, eventually } from './collecting-sink';
import { startRealServer } from './real-server';
import { startSimulatedServer } from './simulated-server';
import { SuiteClient } from './suite-client';
import { TappedConnection } from './tapped-connection';
import { tillDefinition } from './till-definition';

const binaries = findBinaries();
if (typeof binaries === 'string') {
  process.stderr.write(`No real API server: ${binaries}.\n`);
}

const core = (plural: string, kind: string): KindTarget => ({
  group: '',
  version: 'v1',
  plural,
  kind,
  metadataOnly: false,
  needsManagedFields: false,
});
const configMaps = core('configmaps', 'ConfigMap');
const podTemplates = core('podtemplates', 'PodTemplate');
const secrets = { ...core('secrets', 'Secret'), metadataOnly: true };
const namespaces = core('namespaces', 'Namespace');
const definitions: KindTarget = {
  ...core('customresourcedefinitions', 'CustomResourceDefinition'),
  group: 'apiextensions.k8s.io',
};
const tills = { ...core('tills', 'Till'), group: 'shop.example' };

jest.setTimeout(60_000);

describe.each([
  ['the simulator', startSimulatedServer],
  ...(typeof binaries === 'string'
    ? []
    : [['kube-apiserver', () => startRealServer(binaries)] as const]),
] as Array<[string, () => Promise<ApiServer>]>)('%s', (_name, startServer) => {
  let server: ApiServer;
  let client: SuiteClient;
  let tap: TappedConnection;
  let sink: CollectingSink;
  let watches: KindWatch[];
  let spaces = 0;
  let space: string;

  beforeAll(async () => {
    server = await startServer();
    client = new SuiteClient(server.admin);
  }, 180_000);

  afterAll(() => server?.stop());

  beforeEach(async () => {
    tap = new TappedConnection(server.admin);
    sink = new CollectingSink();
    watches = [];
    spaces += 1;
    space = `suite-${spaces}`;
    await client.create(namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: space },
    });
  });

  afterEach(() => watches.forEach(watch => watch.stop()));

  const start = (target: KindTarget, options: KindWatchOptions = {}) => {
    const watch = new KindWatch(tap, target, sink, options).start();
    watches.push(watch);
    return watch;
  };
  const watching = () => eventually(() => expect(tap.openWatches).toBe(1));
  const found = (...names: string[]) =>
    eventually(() => expect(sink.names(space)).toEqual(names));
  const putConfigMap = (name: string, labels = {}, data = {}) =>
    client.create(
      configMaps,
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, labels },
        data,
      },
      space,
    );
  const putTemplate = (name: string) =>
    client.create(
      podTemplates,
      {
        apiVersion: 'v1',
        kind: 'PodTemplate',
        metadata: { name },
        template: { spec: { containers: [{ name: 'a', image: 'a' }] } },
      },
      space,
    );

  describe('discovery', () => {
    it('names kinds with their group, versions and scope', async () => {
      const served = await discover(tap, systemClock);
      expect(served.failedGroups).toEqual([]);
      expect(served.kinds).toEqual(
        expect.arrayContaining([
          {
            group: '',
            kind: 'ConfigMap',
            plural: 'configmaps',
            namespaced: true,
            versions: ['v1'],
          },
          {
            group: '',
            kind: 'Node',
            plural: 'nodes',
            namespaced: false,
            versions: ['v1'],
          },
          {
            group: 'apps',
            kind: 'Deployment',
            plural: 'deployments',
            namespaced: true,
            versions: ['v1'],
          },
        ]),
      );
      // No subresource is a kind, and what can only be created is not read.
      expect(served.kinds.map(({ plural }) => plural)).not.toContain(
        'bindings',
      );
      expect(served.kinds.filter(({ plural }) => plural.includes('/'))).toEqual(
        [],
      );
    });

    it('tells the version', async () => {
      const version = await new HttpClusterReader(tap).version();
      expect(version).toMatch(/^v1\.\d+/);
    });

    it('finds a definition that appears, reads its objects, and sees it go', async () => {
      await client.create(definitions, tillDefinition);
      await eventually(async () => {
        const served = await discover(tap, systemClock);
        expect(
          pickVersion({ ...tills, versions: ['v2', 'v1'] }, served),
        ).toMatchObject({ version: 'v1', plural: 'tills', namespaced: true });
      });
      const onNotServed = jest.fn();
      start(tills, { onNotServed });
      await watching();
      await client.create(
        tills,
        {
          apiVersion: 'shop.example/v1',
          kind: 'Till',
          metadata: { name: 'front' },
          spec: { open: true },
        },
        space,
      );
      await found('front');
      expect(sink.objects.get(`${space}/front`)).toMatchObject({
        apiVersion: 'shop.example/v1',
        kind: 'Till',
        spec: { open: true },
      });
      await client.delete(definitions, undefined, 'tills.shop.example');
      await found();
      await eventually(async () => {
        const served = await discover(tap, systemClock);
        expect(
          pickVersion({ ...tills, versions: ['v1'] }, served),
        ).toBeUndefined();
      });
      tap.cut();
      await eventually(() => expect(onNotServed).toHaveBeenCalled());
    });
  });

  describe('list', () => {
    it('reads page by page, each object once', async () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
      for (const name of names) await putConfigMap(name);
      const selected = {
        ...configMaps,
        fieldSelector: `metadata.namespace=${space},metadata.name!=kube-root-ca.crt`,
      };
      start(selected, { pageSize: 3 });
      await watching();
      expect(sink.names(space)).toEqual(names);
      // A server may give a page that a selector left empty, with more to come.
      expect(tap.lists()).toBeGreaterThanOrEqual(3);
    });

    it('begins anew when the continue token expires between pages', async () => {
      for (const name of ['a', 'b', 'c', 'd']) await putTemplate(name);
      let pages = 0;
      tap.before = async ({ query }) => {
        pages += 1;
        if (query?.continue && pages === 2) {
          await client.delete(podTemplates, space, 'a');
          await putTemplate('e');
          await server.compact();
        }
      };
      start(podTemplates, { pageSize: 2 });
      await eventually(() => expect(sink.last).toBe('live'));
      expect(sink.names(space)).toEqual(['b', 'c', 'd', 'e']);
      expect(sink.lists).toBe(1);
    });

    it('takes an empty list for one', async () => {
      start({ ...configMaps, labelSelector: 'no=body' });
      await watching();
      expect(sink.lists).toBe(1);
      expect(sink.objects.size).toBe(0);
    });
  });

  describe('watch', () => {
    it('follows what is made, changed and removed', async () => {
      await putConfigMap('a');
      const watch = start(configMaps);
      await watching();
      await putConfigMap('b', {}, { key: 'one' });
      await eventually(() =>
        expect(sink.objects.get(`${space}/b`)).toMatchObject({
          data: { key: 'one' },
        }),
      );
      await client.merge(configMaps, space, 'b', { data: { key: 'two' } });
      await eventually(() =>
        expect(sink.objects.get(`${space}/b`)).toMatchObject({
          data: { key: 'two' },
        }),
      );
      await client.delete(configMaps, space, 'a');
      await found('b');
      expect(watch.counts).toMatchObject({
        lists: 1,
        watches: 1,
        unreadable: 0,
      });
    });

    it('shows what waits for a finalizer as being deleted', async () => {
      await putConfigMap('held');
      await client.merge(configMaps, space, 'held', {
        metadata: { finalizers: ['shop.example/till'] },
      });
      start(configMaps);
      await watching();
      await client.delete(configMaps, space, 'held');
      await eventually(() =>
        expect(
          stringAt(
            sink.objects.get(`${space}/held`),
            'metadata',
            'deletionTimestamp',
          ),
        ).toBeDefined(),
      );
      await client.merge(configMaps, space, 'held', {
        metadata: { finalizers: null },
      });
      await found();
    });

    it('goes on from where the connection was cut', async () => {
      await putConfigMap('a');
      const watch = start(configMaps);
      await watching();
      await putConfigMap('b');
      await found('a', 'b');
      tap.cut();
      await putConfigMap('c');
      await client.delete(configMaps, space, 'a');
      await found('b', 'c');
      expect(watch.counts.lists).toBe(1);
      expect(watch.counts.watches).toBe(2);
    });

    it('is sent bookmarks, newer than what it began at, and ended in time', async () => {
      await putConfigMap('a');
      const target = { ...configMaps, labelSelector: 'no=body' };
      const page = new KindParser(configMaps).page(
        Buffer.from(
          JSON.stringify(await client.send('/api/v1/configmaps?limit=1')),
        ),
      );
      const bookmarks: string[] = [];
      const end = await watchStream(
        {
          connection: tap,
          clock: systemClock,
          target,
          parser: new KindParser(target),
          resourceVersion: page.resourceVersion,
          timeoutSeconds: 5,
          silenceMillis: 30_000,
          limits: { totalMillis: 10_000, silenceMillis: 10_000 },
          signal: new AbortController().signal,
        },
        // What was there before the watch needs no bookmark.
        () => void putConfigMap('b'),
        event => {
          if (event.type === 'BOOKMARK') bookmarks.push(event.resourceVersion!);
        },
      );
      expect(end).toBe('ended');
      expect(bookmarks.length).toBeGreaterThan(0);
      expect(Number(bookmarks.at(-1))).toBeGreaterThan(
        Number(page.resourceVersion),
      );
    });

    it('lists again when its resourceVersion has expired', async () => {
      await putTemplate('a');
      await putTemplate('b');
      const watch = start(podTemplates);
      await watching();
      let once = true;
      tap.before = async ({ query }) => {
        if (query?.watch && once) {
          once = false;
          await client.delete(podTemplates, space, 'a');
          await putTemplate('c');
          await server.compact();
        }
      };
      tap.cut();
      await found('b', 'c');
      await eventually(() => expect(sink.last).toBe('live'));
      expect(watch.counts.lists).toBe(2);
      expect(sink.lists).toBe(2);
    });
  });

  describe('selectors', () => {
    it.each([
      'shop=till',
      'shop in (till,counter)',
      'shop,shop!=none',
      '!hidden',
    ])(
      'a label selector follows what begins and ceases to match: %s',
      async labelSelector => {
        await putConfigMap('in', { shop: 'till' });
        await putConfigMap('out', { shop: 'none', hidden: 'yes' });
        const own = `metadata.namespace=${space},metadata.name!=kube-root-ca.crt`;
        start({ ...configMaps, labelSelector, fieldSelector: own });
        await watching();
        expect(sink.names(space)).toEqual(['in']);
        await client.merge(configMaps, space, 'out', {
          metadata: { labels: { shop: 'counter', hidden: null } },
        });
        await client.merge(configMaps, space, 'in', {
          metadata: { labels: { shop: null, hidden: 'yes' } },
        });
        if (labelSelector === 'shop=till') {
          await found();
        } else {
          await found('out');
        }
      },
    );

    it('a field selector', async () => {
      await putConfigMap('one');
      await putConfigMap('two');
      start({ ...configMaps, fieldSelector: 'metadata.name=two' });
      await watching();
      await putConfigMap('three');
      await client.delete(configMaps, space, 'two');
      await found();
      expect(sink.objects.size).toBe(0);
    });

    it('a field that cannot be selected by is an error, not an empty list', async () => {
      start({ ...configMaps, fieldSelector: 'data.key=one' });
      await eventually(() => expect(sink.last).toBe('unreachable'));
      expect(sink.message).toMatch(/HTTP 400/);
      expect(sink.lists).toBe(0);
    });
  });

  describe('metadata only', () => {
    it('no value of a secret is sent, in list or watch, and its key names are told', async () => {
      const put = (name: string) =>
        client.create(
          secrets,
          {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: { name, annotations: { note: 'of-ann' } },
            stringData: { password: 'hunter2' },
          },
          space,
        );
      await put('listed');
      start({ ...secrets, needsManagedFields: true });
      await watching();
      await put('watched');
      await eventually(() =>
        expect(sink.names(space)).toEqual(
          expect.arrayContaining(['listed', 'watched']),
        ),
      );
      const value = Buffer.from('hunter2').toString('base64');
      expect(tap.received).not.toContain(value);
      expect(tap.received).not.toContain('hunter2');
      for (const name of ['listed', 'watched']) {
        const secret = sink.objects.get(`${space}/${name}`);
        expect(secret).toMatchObject({ apiVersion: 'v1', kind: 'Secret' });
        expect(Object.keys(secret!).sort()).toEqual([
          'apiVersion',
          'kind',
          'metadata',
        ]);
        expect(secret!.metadata).not.toHaveProperty('annotations');
        expect(JSON.stringify(secret)).toContain('f:password');
      }
    });

    it('one object comes as its metadata', async () => {
      await client.create(
        secrets,
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'one' },
          stringData: { password: 'hunter2' },
        },
        space,
      );
      const one = await new HttpClusterReader(tap).get(secrets, space, 'one');
      expect(one.kind).toBe('PartialObjectMetadata');
      expect(one).not.toHaveProperty('data');
    });
  });

  describe('rights', () => {
    it.each([
      ['configmaps', true],
      ['secrets', false],
    ])('a review says whether %s may be listed', async (resource, allowed) => {
      const review = await new SuiteClient(server.limited).send(
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          method: 'POST',
          body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: { verb: 'list', resource } },
          },
        },
      );
      expect(review).toMatchObject({ status: { allowed } });
    });

    it('a kind that may not be read says so, and the others are read', async () => {
      tap = new TappedConnection(server.limited);
      start(secrets);
      await eventually(() => expect(sink.last).toBe('notPermitted'));
      expect(sink.message).toMatch(/secrets is forbidden/);
      expect(sink.lists).toBe(0);
      sink = new CollectingSink();
      start(configMaps);
      await eventually(() => expect(sink.last).toBe('live'));
    });
  });

  it('an object that is not there is an error that says so', async () => {
    await expect(
      new HttpClusterReader(tap).get(configMaps, space, 'none'),
    ).rejects.toMatchObject({
      status: 404,
      message: 'configmaps "none" not found',
    });
  });
});
