import fc from 'fast-check';
import {
  formatRef,
  groupOf,
  parseRefPath,
  refPath,
  ResourceRef,
  versionOf,
} from './refs';

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const group = fc
  .string({ minLength: 1 })
  .filter(one => one !== 'core' && !one.includes('/'));
const version = fc.string({ minLength: 1 }).filter(one => !one.includes('/'));
const anyRef: fc.Arbitrary<ResourceRef> = fc
  .record(
    {
      cluster: word,
      apiVersion: fc.oneof(
        version,
        fc.tuple(group, version).map(parts => parts.join('/')),
      ),
      kind: word,
      namespace: word.filter(one => one !== '_'),
      name: word,
    },
    { requiredKeys: ['cluster', 'apiVersion', 'kind', 'name'] },
  )
  .map(ref => ({ ...ref }));

describe('refPath and parseRefPath', () => {
  it('give back what they were given, whatever the names', () => {
    fc.assert(
      fc.property(anyRef, ref => {
        expect(parseRefPath(refPath(ref))).toEqual(ref);
      }),
    );
  });

  it('give two refs the same path only where they are the same', () => {
    fc.assert(
      fc.property(anyRef, anyRef, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(refPath(a)).not.toBe(refPath(b));
      }),
    );
  });

  it.each<[ResourceRef, string]>([
    [
      { cluster: 'c', apiVersion: 'v1', kind: 'Node', name: 'n1' },
      'c/core/v1/Node/_/n1',
    ],
    [
      {
        cluster: 'c',
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
      },
      'c/apps/v1/Deployment/shop/web',
    ],
    [
      {
        cluster: 'c',
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        name: 'system:node/all',
      },
      'c/rbac.authorization.k8s.io/v1/ClusterRole/_/system%3Anode%2Fall',
    ],
  ])('write %j as %s', (ref, path) => {
    expect(refPath(ref)).toBe(path);
    expect(parseRefPath(path)).toEqual(ref);
  });

  it('leave the uid out: an address outlives the object', () => {
    const ref = { cluster: 'c', apiVersion: 'v1', kind: 'Pod', name: 'p' };
    expect(refPath({ ...ref, uid: 'u' })).toBe(refPath(ref));
  });

  it.each([
    '',
    'c',
    'c/core/v1/Pod/n',
    'c/core/v1/Pod/n/p/x',
    'c//v1/Pod/n/p',
    'c/core/v1/Pod/n/%',
  ])('read nothing out of "%s"', path => {
    expect(parseRefPath(path)).toBeUndefined();
  });
});

describe('the words of a ref', () => {
  it.each([
    ['v1', '', 'v1'],
    ['apps/v1', 'apps', 'v1'],
    ['longhorn.io/v1beta2', 'longhorn.io', 'v1beta2'],
  ])('%s is group "%s" and version %s', (apiVersion, ofGroup, ofVersion) => {
    expect(groupOf(apiVersion)).toBe(ofGroup);
    expect(versionOf(apiVersion)).toBe(ofVersion);
  });

  it('reads for people with and without a namespace', () => {
    expect(formatRef({ kind: 'Pod', namespace: 'n', name: 'p' })).toBe(
      'Pod n/p',
    );
    expect(formatRef({ kind: 'Node', name: 'n1' })).toBe('Node n1');
  });
});
