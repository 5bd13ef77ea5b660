import { hasPlatformState, scopeOf } from './entity-scope';

const entity = (annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations },
});

describe('scopeOf', () => {
  it.each([
    [undefined, {}],
    [
      { 'socle.dev/resource': 'atlas/core/v1/Pod/orders/orders-0' },
      {
        resource: {
          cluster: 'atlas',
          apiVersion: 'v1',
          kind: 'Pod',
          namespace: 'orders',
          name: 'orders-0',
        },
      },
    ],
    [
      {
        'socle.dev/system': 'longhorn',
        'socle.dev/cluster': 'atlas',
        'socle.dev/namespace': 'longhorn-system',
      },
      { query: { system: ['longhorn'], cluster: ['atlas'] } },
    ],
    [{ 'socle.dev/namespace': 'orders' }, { query: { namespace: ['orders'] } }],
    [{ 'socle.dev/resource': 'not a path' }, {}],
  ])('reads %j', (annotations, scope) => {
    expect(scopeOf(entity(annotations))).toEqual(scope);
    expect(hasPlatformState(entity(annotations))).toBe(
      Object.keys(scope).length > 0,
    );
  });
});
