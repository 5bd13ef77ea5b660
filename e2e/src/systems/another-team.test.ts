import { createBackendModule } from '@backstage/backend-plugin-api';
import { SystemDefinition, systems } from '@socle/backstage-plugin-socle-model';
import { socleSystemsExtensionPoint } from '@socle/backstage-plugin-socle-node';
import { clusterRole } from '../../../tooling/docs/pages/cluster-role';
import { beehive } from './__fixtures__/beehive';
import { startPortalWith } from './portal-with';
import { showsTheOperator } from './shows-operator';

/** What another team installs in its own backend. */
const moduleThatAdds = (moduleId: string, system: SystemDefinition) =>
  createBackendModule({
    pluginId: 'socle',
    moduleId,
    register: env =>
      env.registerInit({
        deps: { model: socleSystemsExtensionPoint },
        async init({ model }) {
          model.addSystem(system);
        },
      }),
  });

jest.setTimeout(60_000);

describe('an operator that another team adds through the extension point', () => {
  showsTheOperator(() => startPortalWith(moduleThatAdds('beehive', beehive)));

  it.each([
    ['one of its id', { ...beehive, kinds: [] }, 'beehive is registered twice'],
    [
      'one of its kinds',
      { ...beehive, id: 'apiary' },
      'apiary.example.org/Hive is defined by both beehive and apiary',
    ],
  ])('is refused where %s is known already', async (_, other, message) => {
    await expect(
      startPortalWith(
        moduleThatAdds('beehive', beehive),
        moduleThatAdds('other', other),
      ),
    ).rejects.toThrow(message);
  });

  it('is no part of the model itself', () => {
    expect(systems.map(({ id }) => id)).not.toContain('beehive');
  });

  it('has a ClusterRole of its own to hand out', () => {
    const text = clusterRole([beehive]);
    expect(text).toContain(
      "- apiGroups: ['apiary.example.org']\n    resources:\n      - hives\n    verbs: [get, list, watch]",
    );
  });
});
