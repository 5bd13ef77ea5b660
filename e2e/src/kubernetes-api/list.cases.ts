import { eventually } from './collecting-sink';
import { configMaps, podTemplates } from './kinds';
import { Suite } from './suite';

export function listCases(suite: Suite): void {
  describe('list', () => {
    it('reads page by page, each object once', async () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
      for (const name of names) await suite.putConfigMap(name);
      const selected = {
        ...configMaps,
        fieldSelector: `metadata.namespace=${suite.space},metadata.name!=kube-root-ca.crt`,
      };
      suite.start(selected, { pageSize: 3 });
      await suite.watching();
      expect(suite.sink.names(suite.space)).toEqual(names);
      // A server may give a page that a selector left empty, with more to come.
      expect(suite.tap.lists()).toBeGreaterThanOrEqual(3);
    });

    it('begins anew when the continue token expires between pages', async () => {
      for (const name of ['a', 'b', 'c', 'd']) await suite.putTemplate(name);
      let pages = 0;
      suite.tap.before = async ({ query }) => {
        pages += 1;
        if (query?.continue && pages === 2) {
          await suite.client.delete(podTemplates, suite.space, 'a');
          await suite.putTemplate('e');
          await suite.server.compact();
        }
      };
      suite.start(podTemplates, { pageSize: 2 });
      await eventually(() => expect(suite.sink.last).toBe('live'));
      expect(suite.sink.names(suite.space)).toEqual(['b', 'c', 'd', 'e']);
      expect(suite.sink.lists).toBe(1);
    });

    it('takes an empty list for one', async () => {
      suite.start({ ...configMaps, labelSelector: 'no=body' });
      await suite.watching();
      expect(suite.sink.lists).toBe(1);
      expect(suite.sink.objects.size).toBe(0);
    });
  });
}
