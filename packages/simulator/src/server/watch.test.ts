import {
  configMap,
  Lab,
  startLab,
  widget,
  widgets,
} from '../__testing__/api-client';
import { textAt } from '../storage/object';

const base = '/api/v1/namespaces/default/configmaps';
const ref = (name: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'default',
  name,
});

describe('watch', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await startLab({
      objects: [configMap('a'), widgets, widget('w')],
      bookmarkEveryMs: 50,
    });
  });
  afterEach(() => lab.simulator.close());

  it('tells what comes after a resourceVersion, and the final one of a deletion', async () => {
    const from = lab.control.resourceVersion;
    lab.control.apply(configMap('b'));
    const watch = await lab.api.watch(
      `${base}?watch=1&resourceVersion=${from}`,
    );
    lab.control.patch(ref('b'), { data: { k: 'v' } });
    lab.control.delete(ref('b'));
    lab.control.apply(
      configMap('elsewhere', {
        metadata: { name: 'elsewhere', namespace: 'other' },
      }),
    );
    lab.control.apply(configMap('c'));
    const events = await watch.take(4);
    expect(
      events.map(({ type, object }) => [type, object.metadata.name]),
    ).toEqual([
      ['ADDED', 'b'],
      ['MODIFIED', 'b'],
      ['DELETED', 'b'],
      ['ADDED', 'c'],
    ]);
    const versions = events.map(({ object }) =>
      Number(object.metadata.resourceVersion),
    );
    expect(versions).toEqual([...versions].sort((x, y) => x - y));
    expect(new Set(versions).size).toBe(4);
    expect(events[0].object).toMatchObject({
      kind: 'ConfigMap',
      apiVersion: 'v1',
    });
    expect(events[2].object).toMatchObject({ data: { k: 'v' } });
    watch.close();
  });

  it.each(['', '&resourceVersion=0'])(
    'starts with the present state: "%s"',
    async version => {
      const watch = await lab.api.watch(`${base}?watch=true${version}`);
      expect(await watch.next()).toMatchObject({
        type: 'ADDED',
        object: { metadata: { name: 'a' } },
      });
      lab.control.apply(configMap('b'));
      expect(await watch.next()).toMatchObject({
        type: 'ADDED',
        object: { metadata: { name: 'b' } },
      });
      watch.close();
    },
  );

  it('says 410 in the stream for a resourceVersion before the history, then ends', async () => {
    const from = lab.control.resourceVersion;
    lab.control.apply(configMap('b'));
    lab.control.compact();
    const watch = await lab.api.watch(
      `${base}?watch=1&resourceVersion=${from}`,
    );
    expect(watch.response.status).toBe(200);
    expect(await watch.rest()).toMatchObject([
      {
        type: 'ERROR',
        object: { kind: 'Status', code: 410, reason: 'Expired' },
      },
    ]);
  });

  it('sends bookmarks that hold nothing but how far it is, to those who ask', async () => {
    const from = lab.control.resourceVersion;
    const watch = await lab.api.watch(
      `${base}?watch=1&resourceVersion=${from}&allowWatchBookmarks=true`,
    );
    lab.control.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'other' },
    });
    const event = await watch.next();
    expect(event).toEqual({
      type: 'BOOKMARK',
      object: {
        kind: 'ConfigMap',
        apiVersion: 'v1',
        metadata: {
          resourceVersion: lab.control.resourceVersion,
        },
      },
    });
    watch.close();
  });

  it('streams the list with sendInitialEvents and says where it ends', async () => {
    const watch = await lab.api.watch(
      `${base}?watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
    );
    const [added, end] = await watch.take(2);
    expect(added).toMatchObject({
      type: 'ADDED',
      object: { metadata: { name: 'a' } },
    });
    expect(end).toMatchObject({
      type: 'BOOKMARK',
      object: {
        metadata: {
          annotations: { 'k8s.io/initial-events-end': 'true' },
          resourceVersion: lab.control.resourceVersion,
        },
      },
    });
    watch.close();
  });

  it('ends by itself after timeoutSeconds', async () => {
    const watch = await lab.api.watch(`${base}?watch=1&timeoutSeconds=1`);
    expect(await watch.rest()).toHaveLength(1);
  });

  it('shows entering a selection as ADDED and leaving it as DELETED with the last state seen', async () => {
    const from = lab.control.resourceVersion;
    const watch = await lab.api.watch(
      `${base}?watch=1&labelSelector=tier%3Dweb&resourceVersion=${from}`,
    );
    lab.control.patch(ref('a'), {
      metadata: { labels: { tier: 'web' } },
      data: { n: '1' },
    });
    lab.control.patch(ref('a'), { data: { n: '2' } });
    lab.control.patch(ref('a'), {
      metadata: { labels: { tier: 'db' } },
      data: { n: '3' },
    });
    const events = await watch.take(3);
    expect(events.map(({ type, object }) => [type, object.data])).toEqual([
      ['ADDED', { n: '1' }],
      ['MODIFIED', { n: '2' }],
      ['DELETED', { n: '2' }],
    ]);
    expect(events[2].object.metadata.labels).toEqual({ tier: 'web' });
    expect(events[2].object.metadata.resourceVersion).toBe(
      lab.control.resourceVersion,
    );
    watch.close();
  });

  it('gives metadata only, where that is asked for', async () => {
    const watch = await lab.api.watch('/api/v1/configmaps?watch=1', {
      Accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    });
    const event = await watch.next();
    expect(event).toMatchObject({
      type: 'ADDED',
      object: { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1' },
    });
    expect(event?.object).not.toHaveProperty('data');
    watch.close();
  });

  it('rewrites a custom resource to the version of the path', async () => {
    const watch = await lab.api.watch(
      '/apis/lab.example/v1beta1/widgets?watch=1',
    );
    expect(await watch.next()).toMatchObject({
      object: { apiVersion: 'lab.example/v1beta1' },
    });
    watch.close();
  });

  it('ends when the definition of its kind is deleted, after the objects', async () => {
    const watch = await lab.api.watch('/apis/lab.example/v1/widgets?watch=1');
    await watch.next();
    lab.control.delete({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      name: 'widgets.lab.example',
    });
    expect((await watch.rest()).map(({ type }) => type)).toEqual(['DELETED']);
    expect((await lab.api.get('/apis/lab.example/v1/widgets')).code).toBe(404);
  });

  it('breaks off when it is cut, and can be resumed', async () => {
    const from = lab.control.resourceVersion;
    const watch = await lab.api.watch(
      `${base}?watch=1&resourceVersion=${from}`,
    );
    expect(lab.control.openWatches('configmaps')).toBe(1);
    lab.control.cutWatches();
    await expect(watch.rest()).rejects.toThrow();
    lab.control.apply(configMap('missed'));
    const again = await lab.api.watch(
      `${base}?watch=1&resourceVersion=${from}`,
    );
    expect(await again.next()).toMatchObject({
      object: { metadata: { name: 'missed' } },
    });
    again.close();
  });

  it('says nothing while it is stalled', async () => {
    const from = lab.control.resourceVersion;
    const watch = await lab.api.watch(
      `${base}?watch=1&resourceVersion=${from}`,
    );
    lab.control.stallWatches();
    lab.control.apply(configMap('unheard'));
    lab.control.stallWatches(false);
    lab.control.apply(configMap('heard'));
    expect(textAt((await watch.next())?.object, 'metadata', 'name')).toBe(
      'heard',
    );
    watch.close();
  });
});
