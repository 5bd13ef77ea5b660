import { Entity } from '@backstage/catalog-model';
import { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { TemplateKind } from './template-kind';

const template: Entity & { spec: object } = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'new-lantern' },
  spec: { type: 'service', owner: 'harbour-team', steps: [] },
};
const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'lantern' },
  spec: { type: 'service', lifecycle: 'production', owner: 'harbour-team' },
};

describe('templates in the catalog', () => {
  const kind = new TemplateKind();

  it.each([
    ['a template', template, true],
    ['another kind', component, false],
  ])('knows %s: %p', async (_name, entity, known) => {
    expect(await kind.validateEntityKind(entity)).toBe(known);
  });

  it('refuses a template without steps', async () => {
    await expect(
      kind.validateEntityKind({ ...template, spec: { type: 'service' } }),
    ).rejects.toThrow(/steps/);
  });

  it.each([
    ['a template', template, 2],
    ['another kind', component, 0],
  ])('relates the owner of %s', async (_name, entity, count) => {
    const emitted: CatalogProcessorResult[] = [];
    await kind.postProcessEntity(entity, { type: 'file', target: 'a' }, one =>
      emitted.push(one),
    );
    expect(emitted).toHaveLength(count);
    if (count > 0) {
      expect(emitted[0]).toMatchObject({
        relation: {
          type: 'ownedBy',
          target: { kind: 'Group', namespace: 'default', name: 'harbour-team' },
        },
      });
    }
  });
});
