import {
  discover,
  HttpClusterReader,
  pickVersion,
  systemClock,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { eventually } from './collecting-sink';
import { definitions, tills } from './kinds';
import { Suite } from './suite';
import { tillDefinition } from './till-definition';

export function discoveryCases(suite: Suite): void {
  describe('discovery', () => {
    it('names kinds with their group, versions and scope', async () => {
      const served = await discover(suite.tap, systemClock);
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
      const version = await new HttpClusterReader(suite.tap).version();
      expect(version).toMatch(/^v1\.\d+/);
    });

    it('finds a definition that appears, reads its objects, and sees it go', async () => {
      await suite.client.create(definitions, tillDefinition);
      await eventually(async () => {
        const served = await discover(suite.tap, systemClock);
        expect(
          pickVersion({ ...tills, versions: ['v2', 'v1'] }, served),
        ).toMatchObject({ version: 'v1', plural: 'tills', namespaced: true });
      });
      const onNotServed = jest.fn();
      suite.start(tills, { onNotServed });
      await suite.watching();
      await suite.client.create(
        tills,
        {
          apiVersion: 'shop.example/v1',
          kind: 'Till',
          metadata: { name: 'front' },
          spec: { open: true },
        },
        suite.space,
      );
      await suite.found('front');
      expect(suite.sink.objects.get(`${suite.space}/front`)).toMatchObject({
        apiVersion: 'shop.example/v1',
        kind: 'Till',
        spec: { open: true },
      });
      await suite.client.delete(definitions, undefined, 'tills.shop.example');
      await suite.found();
      await eventually(async () => {
        const served = await discover(suite.tap, systemClock);
        expect(
          pickVersion({ ...tills, versions: ['v1'] }, served),
        ).toBeUndefined();
      });
      suite.tap.cut();
      await eventually(() => expect(onNotServed).toHaveBeenCalled());
    });
  });
}
