import { ConfigReader } from '@backstage/config';
import { readSettings } from './settings';

const read = (catalog?: object) =>
  readSettings(
    new ConfigReader(catalog ? { socle: { catalog: catalog as never } } : {}),
  );

describe('readSettings', () => {
  it('has defaults', () => {
    expect(read()).toEqual({
      domain: 'platform',
      domainTitle: 'platform',
      owner: 'group:default/platform',
      lifecycle: 'production',
      refreshSeconds: 30,
      runbooks: 'component:default/socle',
    });
  });

  it('takes what is given; the title of the domain is its name where it has none', () => {
    const given = {
      domain: 'edge',
      owner: 'user:default/ann',
      lifecycle: 'test',
      refreshSeconds: 5,
    };
    expect(read(given)).toEqual({
      ...given,
      domainTitle: 'edge',
      runbooks: 'component:default/socle',
    });
    expect(read({ domainTitle: 'Edge' }).domainTitle).toBe('Edge');
  });

  it.each([
    [
      { refreshSeconds: 4 },
      /socle\.catalog\.refreshSeconds must be 5 or more, not 4/,
    ],
    [{ refreshSeconds: 'often' }, /socle\.catalog\.refreshSeconds/],
    [{ domain: 7 }, /socle\.catalog\.domain/],
    [{ domainTitle: ['x'] }, /socle\.catalog\.domainTitle/],
    [{ owner: {} }, /socle\.catalog\.owner/],
    [{ lifecycle: [] }, /socle\.catalog\.lifecycle/],
  ])('refuses %j and names the field', (catalog, message) => {
    expect(() => read(catalog)).toThrow(message);
  });
});
