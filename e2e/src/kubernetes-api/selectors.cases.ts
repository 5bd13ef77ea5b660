import { eventually } from './collecting-sink';
import { configMaps } from './kinds';
import { Suite } from './suite';

export function selectorCases(suite: Suite): void {
  describe('selectors', () => {
    it.each([
      'shop=till',
      'shop in (till,counter)',
      'shop,shop!=none',
      '!hidden',
    ])(
      'a label selector follows what begins and ceases to match: %s',
      async labelSelector => {
        await suite.putConfigMap('in', { shop: 'till' });
        await suite.putConfigMap('out', { shop: 'none', hidden: 'yes' });
        const own = `metadata.namespace=${suite.space},metadata.name!=kube-root-ca.crt`;
        suite.start({ ...configMaps, labelSelector, fieldSelector: own });
        await suite.watching();
        expect(suite.sink.names(suite.space)).toEqual(['in']);
        await suite.client.merge(configMaps, suite.space, 'out', {
          metadata: { labels: { shop: 'counter', hidden: null } },
        });
        await suite.client.merge(configMaps, suite.space, 'in', {
          metadata: { labels: { shop: null, hidden: 'yes' } },
        });
        if (labelSelector === 'shop=till') {
          await suite.found();
        } else {
          await suite.found('out');
        }
      },
    );

    it('a field selector', async () => {
      await suite.putConfigMap('one');
      await suite.putConfigMap('two');
      suite.start({ ...configMaps, fieldSelector: 'metadata.name=two' });
      await suite.watching();
      await suite.putConfigMap('three');
      await suite.client.delete(configMaps, suite.space, 'two');
      await suite.found();
      expect(suite.sink.objects.size).toBe(0);
    });

    it('a field that cannot be selected by is an error, not an empty list', async () => {
      suite.start({ ...configMaps, fieldSelector: 'data.key=one' });
      await eventually(() => expect(suite.sink.last).toBe('unreachable'));
      expect(suite.sink.message).toMatch(/HTTP 400/);
      expect(suite.sink.lists).toBe(0);
    });
  });
}
