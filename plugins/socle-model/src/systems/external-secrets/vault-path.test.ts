import fc from 'fast-check';
import { vaultPath } from './vault-path';

describe('vaultPath', () => {
  it.each([
    [{ path: 'team' }, 'billing/db', 'team/data/billing/db'],
    [{ path: 'team' }, '/billing/db/', 'team/data/billing/db'],
    [{ path: 'team' }, 'team/billing/db', 'team/data/billing/db'],
    [{ path: 'team' }, 'team/data/billing/db', 'team/data/billing/db'],
    [{ path: 'team' }, 'data/billing/db', 'team/data/billing/db'],
    [{ path: 'kv/blue/' }, 'billing', 'kv/blue/data/billing'],
    [{ path: 'team', kvVersion: 'v1' }, 'team/billing', 'team/billing'],
    [{ path: 'team', kvVersion: 'v1' }, 'data/billing', 'team/data/billing'],
    [{}, 'kv/apps/db', 'kv/data/apps/db'],
    [{}, 'kv/data/apps/db', 'kv/data/apps/db'],
    [{}, 'kv', 'kv/data'],
    [{ kvVersion: 'v1' }, '/kv/apps/db', 'kv/apps/db'],
  ])('%j with key %s is read at %s', (mount, key, path) => {
    expect(vaultPath(mount, key)).toBe(path);
  });

  it('does not depend on slashes around the key, and writes none itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,5}$/), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.option(fc.stringMatching(/^[a-z]{1,4}$/), { nil: undefined }),
        (segments, path) => {
          const plain = vaultPath({ path }, segments.join('/'));
          expect(vaultPath({ path }, `/${segments.join('/')}/`)).toBe(plain);
          expect(plain).not.toMatch(/^\/|\/$|\/\//);
        },
      ),
      { numRuns: 50 },
    );
  });
});
