import { defineKind } from '../definition/kind';
import { SystemRegistry } from '../definition/registry';
import { defineSystem } from '../definition/system';
import { COMMON_REASONS } from '../judging/judge';
import { systems } from '../systems';
import { languageOf, reasonsIn } from './reasons';

const kiln = defineKind({
  group: 'pottery.example',
  kind: 'Kiln',
  plural: 'kilns',
  versions: ['v1'],
  namespaced: true,
  project: () => ({}),
  health: () => ({ status: 'healthy', reason: 'KilnHot', message: 'Hot.' }),
  reasons: [
    {
      code: 'KilnHot',
      cause: 'The kiln is hot.',
      evidence: 'status',
      remedy: false,
    },
    { code: 'KilnCold', cause: 'The kiln is cold.', evidence: 'status' },
  ],
});
const pottery = defineSystem({
  id: 'pottery',
  title: 'Pottery',
  area: 'application',
  layer: 'application',
  description: 'Pots.',
  kinds: [kiln],
  translations: { fr: { causes: { KilnCold: 'Le four est froid.' } } },
});
const registry = new SystemRegistry([pottery]);

describe('reasonsIn', () => {
  it('tells each reason with its cause, its system and its runbook', () => {
    expect(reasonsIn(registry, 'en')).toEqual(
      expect.arrayContaining([
        {
          code: 'KilnHot',
          system: 'pottery',
          area: 'application',
          cause: 'The kiln is hot.',
        },
        {
          code: 'KilnCold',
          system: 'pottery',
          area: 'application',
          cause: 'The kiln is cold.',
          runbook: 'runbooks/application/KilnCold',
        },
      ]),
    );
  });

  it('says it in the language asked for, with the original; in English where it has no other', () => {
    const [hot, cold] = reasonsIn(registry, 'fr').filter(
      one => one.system === 'pottery',
    );
    expect(hot).toMatchObject({ cause: 'The kiln is hot.' });
    expect(hot).not.toHaveProperty('original');
    expect(cold).toMatchObject({
      cause: 'Le four est froid.',
      original: 'The kiln is cold.',
    });
  });

  it('holds what any kind can be given, in French too', () => {
    for (const { code, cause } of COMMON_REASONS) {
      const found = reasonsIn(registry, 'fr').find(one => one.code === code);
      expect(found).toMatchObject({ original: cause, system: 'socle' });
      expect(found?.cause).not.toBe(cause);
    }
  });

  it('tells each code of all systems once', () => {
    const codes = reasonsIn(new SystemRegistry(systems), 'en').map(
      one => one.code,
    );
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(1_000);
  });
});

describe('languageOf', () => {
  it.each([
    ['fr', 'fr'],
    ['FR', 'fr'],
    ['fr-CH', 'fr'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['constructor', 'en'],
    ['__proto__', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('answers %p in %s', (asked, language) => {
    expect(languageOf(registry, asked)).toBe(language);
  });
});
