import {
  KindParser,
  systemClock,
  watchStream,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { stringAt } from '@socle/backstage-plugin-socle-model';
import { eventually } from './collecting-sink';
import { configMaps, podTemplates } from './kinds';
import { Suite } from './suite';

export function watchCases(suite: Suite): void {
  describe('watch', () => {
    it('follows what is made, changed and removed', async () => {
      await suite.putConfigMap('a');
      const watch = suite.start(configMaps);
      await suite.watching();
      await suite.putConfigMap('b', {}, { key: 'one' });
      await eventually(() =>
        expect(suite.sink.objects.get(`${suite.space}/b`)).toMatchObject({
          data: { key: 'one' },
        }),
      );
      await suite.client.merge(configMaps, suite.space, 'b', {
        data: { key: 'two' },
      });
      await eventually(() =>
        expect(suite.sink.objects.get(`${suite.space}/b`)).toMatchObject({
          data: { key: 'two' },
        }),
      );
      await suite.client.delete(configMaps, suite.space, 'a');
      await suite.found('b');
      expect(watch.counts).toMatchObject({
        lists: 1,
        watches: 1,
        unreadable: 0,
      });
    });

    it('shows what waits for a finalizer as being deleted', async () => {
      await suite.putConfigMap('held');
      await suite.client.merge(configMaps, suite.space, 'held', {
        metadata: { finalizers: ['shop.example/till'] },
      });
      suite.start(configMaps);
      await suite.watching();
      await suite.client.delete(configMaps, suite.space, 'held');
      await eventually(() =>
        expect(
          stringAt(
            suite.sink.objects.get(`${suite.space}/held`),
            'metadata',
            'deletionTimestamp',
          ),
        ).toBeDefined(),
      );
      await suite.client.merge(configMaps, suite.space, 'held', {
        metadata: { finalizers: null },
      });
      await suite.found();
    });

    it('goes on from where the connection was cut', async () => {
      await suite.putConfigMap('a');
      const watch = suite.start(configMaps);
      await suite.watching();
      await suite.putConfigMap('b');
      await suite.found('a', 'b');
      suite.tap.cut();
      await suite.putConfigMap('c');
      await suite.client.delete(configMaps, suite.space, 'a');
      await suite.found('b', 'c');
      expect(watch.counts.lists).toBe(1);
      expect(watch.counts.watches).toBe(2);
    });

    it('is sent bookmarks, newer than what it began at, and ended in time', async () => {
      await suite.putConfigMap('a');
      const target = { ...configMaps, labelSelector: 'no=body' };
      const page = new KindParser(configMaps).page(
        Buffer.from(
          JSON.stringify(await suite.client.send('/api/v1/configmaps?limit=1')),
        ),
      );
      const bookmarks: string[] = [];
      const end = await watchStream(
        {
          connection: suite.tap,
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
        () => void suite.putConfigMap('b'),
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
      await suite.putTemplate('a');
      await suite.putTemplate('b');
      const watch = suite.start(podTemplates);
      await suite.watching();
      let once = true;
      suite.tap.before = async ({ query }) => {
        if (query?.watch && once) {
          once = false;
          await suite.client.delete(podTemplates, suite.space, 'a');
          await suite.putTemplate('c');
          await suite.server.compact();
        }
      };
      suite.tap.cut();
      await suite.found('b', 'c');
      await eventually(() => expect(suite.sink.last).toBe('live'));
      expect(watch.counts.lists).toBe(2);
      expect(suite.sink.lists).toBe(2);
    });
  });
}
