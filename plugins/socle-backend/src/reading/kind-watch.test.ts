import { fail, FakeApi, json } from './__testing__/fake-api';
import { eventually, fastClock } from './__testing__/fast-clock';
import { RecordingSink } from './__testing__/recording-sink';
import { KindTarget } from './kind-sink';
import { KindWatch, KindWatchOptions } from './kind-watch';
import { HttpConnection } from './transport';
import { ServerCredentials } from './credentials';

const target: KindTarget = {
  group: 'shop.example',
  version: 'v1',
  plural: 'tills',
  kind: 'Till',
  metadataOnly: false,
  needsManagedFields: false,
};
const clock = fastClock(50);

describe('KindWatch', () => {
  let api: FakeApi;
  let sink: RecordingSink;
  let watch: KindWatch;
  let connection: HttpConnection;

  beforeEach(async () => {
    api = await new FakeApi().start();
    sink = new RecordingSink();
    connection = new HttpConnection(
      'fake',
      new ServerCredentials({ url: api.url, token: 't' }, clock),
      clock,
    );
  });

  afterEach(async () => {
    watch?.stop();
    connection.close();
    await api.stop();
  });

  const start = (
    options: KindWatchOptions = {},
    of: Partial<KindTarget> = {},
  ) => {
    watch = new KindWatch(connection, { ...target, ...of }, sink, {
      clock,
      ...options,
    }).start();
  };
  const live = () => eventually(() => expect(sink.last).toBe('live'));
  const watching = () => eventually(() => expect(api.watchers.size).toBe(1));

  it('lists in pages, then follows', async () => {
    ['a', 'b', 'c', 'd', 'e'].forEach(name => api.put(name));
    start({ pageSize: 2 });
    await watching();
    expect(sink.names).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(api.listRequests()).toHaveLength(3);
    expect(sink.objects.get('a')).toMatchObject({
      apiVersion: 'shop.example/v1',
      kind: 'Till',
    });
    api.put('f', { spec: { open: true } });
    api.put('a', { status: { drawer: 'closed' } });
    api.delete('b');
    await eventually(() =>
      expect(sink.names).toEqual(['a', 'c', 'd', 'e', 'f']),
    );
    expect(sink.objects.get('a')).toMatchObject({
      status: { drawer: 'closed' },
    });
    expect(sink.states).toEqual(['syncing', 'live']);
    expect(sink.lists).toBe(1);
  });

  it('sends its selectors and asks for bookmarks', async () => {
    start({}, { fieldSelector: 'spec.open=true', labelSelector: 'a=b' });
    await watching();
    const { searchParams } = api.requests.at(-1)!;
    expect(Object.fromEntries(searchParams)).toMatchObject({
      watch: '1',
      allowWatchBookmarks: 'true',
      fieldSelector: 'spec.open=true',
      labelSelector: 'a=b',
      resourceVersion: '10',
    });
    expect(Number(searchParams.get('timeoutSeconds'))).toBe(450);
  });

  it('accepts metadata and nothing else where values must not enter', async () => {
    start({}, { metadataOnly: true });
    await watching();
    const accepted = api.headers.map(({ accept }) => accept);
    expect(accepted).toEqual([
      'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
      'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    ]);
  });

  it('goes on from the last event when the connection is cut in a line', async () => {
    api.put('a');
    start();
    await watching();
    api.put('b');
    await eventually(() => expect(sink.names).toEqual(['a', 'b']));
    const [watcher] = api.watchers;
    watcher.write('{"type":"ADDED","object":{"metadata":{"na', () =>
      watcher.destroy(),
    );
    await eventually(() => expect(api.watchers.size).toBe(0));
    api.put('c');
    await eventually(() => expect(sink.names).toEqual(['a', 'b', 'c']));
    expect(watch.counts).toMatchObject({ lists: 1, unreadable: 0 });
    const { searchParams } = api.requests.at(-1)!;
    expect(searchParams.get('resourceVersion')).toBe('12');
  });

  it('goes on from a bookmark', async () => {
    start();
    await watching();
    api.version = 77;
    api.bookmark();
    await eventually(() => expect(watch.counts.events).toBe(1));
    api.watchers.forEach(watcher => watcher.end());
    await eventually(() => expect(watch.counts.watches).toBe(2));
    await watching();
    expect(api.requests.at(-1)!.searchParams.get('resourceVersion')).toBe('77');
    expect(sink.lists).toBe(1);
  });

  it('lists again when what it watched from is gone', async () => {
    ['a', 'b'].forEach(name => api.put(name));
    start();
    await watching();
    await api.stop();
    api.delete('a');
    api.put('c');
    api.compact();
    await api.start();
    await eventually(() => expect(sink.names).toEqual(['b', 'c']));
    expect(sink.lists).toBe(2);
  });

  it('begins a list anew when its continue token expires between pages', async () => {
    ['a', 'b', 'c', 'd'].forEach(name => api.put(name));
    let once = true;
    api.fault = (_request, _response, url) => {
      if (url.searchParams.has('continue') && once) {
        once = false;
        api.delete('a');
        api.compact();
      }
      return false;
    };
    start({ pageSize: 2 });
    await live();
    expect(sink.names).toEqual(['b', 'c', 'd']);
    expect(sink.lists).toBe(1);
  });

  it('says unreachable while the server is away, and live when it is back', async () => {
    api.put('a');
    start();
    await watching();
    await api.stop();
    await eventually(() => expect(sink.last).toBe('unreachable'));
    expect(sink.message).toContain('ECONNREFUSED');
    expect(sink.names).toEqual(['a']);
    await api.start();
    await live();
    expect(sink.states).toEqual(['syncing', 'live', 'unreachable', 'live']);
    expect(sink.lists).toBe(1);
  });

  it('lists again where the server came back with an older state', async () => {
    ['a', 'b', 'c'].forEach(name => api.put(name));
    start();
    await watching();
    await api.stop();
    await eventually(() => expect(sink.last).toBe('unreachable'));
    api.delete('c');
    api.version = 5;
    await api.start();
    await eventually(() => expect(sink.names).toEqual(['a', 'b']));
  });

  it('waits as long as the server asks', async () => {
    let refused = 0;
    api.fault = (_request, response) => {
      refused += 1;
      if (refused > 1) return false;
      fail(response, 429, 'too many', { 'Retry-After': '20' });
      return true;
    };
    start();
    await eventually(() => expect(sink.message).toBe('too many'));
    const from = clock.now();
    await live();
    expect(clock.now() - from).toBeGreaterThan(19_000);
  });

  it.each([
    [403, 'notPermitted'],
    [401, 'notPermitted'],
    [500, 'unreachable'],
    [503, 'unreachable'],
    [404, 'unreachable'],
  ])('HTTP %i reads as %s, and it tries again', async (status, state) => {
    let closed = true;
    api.fault = (_request, response) => {
      if (closed) fail(response, status, 'closed for today');
      return closed;
    };
    const onNotServed = jest.fn();
    start({ onNotServed });
    await eventually(() => expect(sink.last).toBe(state));
    expect(onNotServed).toHaveBeenCalledTimes(status === 404 ? 1 : 0);
    expect(sink.lists).toBe(0);
    closed = false;
    await live();
    expect(sink.lists).toBe(1);
  });

  it('lists again after a right was taken away and given back', async () => {
    api.put('a');
    start();
    await watching();
    let closed = true;
    api.fault = (_request, response) => {
      if (closed) fail(response, 403, 'tills is forbidden');
      return closed;
    };
    api.watchers.forEach(watcher => watcher.destroy());
    await eventually(() => expect(sink.last).toBe('notPermitted'));
    expect(sink.message).toBe('tills is forbidden');
    closed = false;
    await live();
    await eventually(() => expect(sink.lists).toBe(2));
  });

  it.each([
    ['not JSON', 'no json\n'],
    ['an unknown type', '{"type":"RENAMED","object":{}}\n'],
    ['an object without a name', '{"type":"ADDED","object":{"spec":1}}\n'],
    ['JSON that is cut', '{"type":"ADDED","object":{"metadata":\n'],
  ])('counts a line that is %s, and lists again', async (_what, line) => {
    api.put('a');
    start();
    await watching();
    api.write(line);
    await eventually(() => expect(sink.last).toBe('stale'));
    await eventually(() => expect(sink.lists).toBe(2));
    expect(watch.counts.unreadable).toBe(1);
    await live();
  });

  it.each([
    ['an object that is no list', { kind: 'Status', status: 'Success' }],
    ['a list without a version', { metadata: {}, items: [] }],
    ['items that are none', { metadata: { resourceVersion: '1' }, items: {} }],
    ['text', 'hello'],
  ])('does not take %s for an empty list', async (_what, body) => {
    api.fault = (_request, response) => {
      json(response, 200, body);
      return true;
    };
    start();
    await eventually(() => expect(watch.counts.unreadable).toBeGreaterThan(0));
    expect(sink.lists).toBe(0);
    expect(sink.last).toBe('syncing');
  });

  it('takes the null that Go writes for an empty list', async () => {
    let once = true;
    api.fault = (_request, response) => {
      if (!once) return false;
      once = false;
      json(response, 200, { metadata: { resourceVersion: '10' }, items: null });
      return true;
    };
    start();
    await live();
    expect(sink.lists).toBe(1);
  });

  it('asks before it calls a silent kind anything, and then opens a new watch', async () => {
    start({ silenceMillis: 5_000 });
    await eventually(() => expect(watch.counts.watches).toBeGreaterThan(2));
    expect(sink.states).toEqual(['syncing', 'live']);
    expect(sink.lists).toBe(1);
    const probes = api
      .listRequests()
      .filter(url => url.searchParams.get('limit') === '1');
    expect(probes.length).toBeGreaterThan(1);
  });

  it('finds a connection that is dead without having been closed', async () => {
    start({ silenceMillis: 5_000 });
    await watching();
    api.fault = () => true;
    await eventually(() => expect(sink.last).toBe('unreachable'));
    expect(sink.message).toBe('no answer within 10 seconds');
  });

  it('looks at once when something else makes it doubt', async () => {
    start();
    await watching();
    api.fault = () => true;
    watch.suspect();
    await eventually(() => expect(sink.last).toBe('unreachable'));
  });

  it('gives up a page that stops in the middle', async () => {
    api.fault = (_request, response) => {
      response.writeHead(200);
      response.write('{"items":[');
      return true;
    };
    start({ pageSilenceMillis: 2_000 });
    await eventually(() => expect(sink.last).toBe('unreachable'));
    expect(sink.lists).toBe(0);
  });

  it('gives up a page that never ends', async () => {
    const timers: NodeJS.Timeout[] = [];
    api.fault = (_request, response) => {
      response.writeHead(200);
      timers.push(setInterval(() => response.write(' '), 10));
      return true;
    };
    start({ pageMillis: 5_000 });
    await eventually(() => expect(sink.last).toBe('unreachable'));
    timers.forEach(clearInterval);
  });

  it('does not hammer a server that ends every watch at once', async () => {
    api.fault = (_request, response, url) => {
      if (!url.searchParams.has('watch')) return false;
      response.end();
      return true;
    };
    start();
    await eventually(() => expect(sink.last).toBe('stale'));
    const before = api.requests.length;
    await new Promise(resolve => setTimeout(resolve, 100));
    // Five seconds of its clock: with a back-off that has reached four.
    expect(api.requests.length - before).toBeLessThan(4);
  });

  it('is quiet once stopped', async () => {
    start();
    await watching();
    watch.stop();
    const states = sink.states.length;
    await eventually(() => expect(api.watchers.size).toBe(0));
    api.put('late');
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(sink.names).toEqual([]);
    expect(sink.states).toHaveLength(states);
  });
});
