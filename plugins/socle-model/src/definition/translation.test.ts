import { defineKind } from './kind';
import { defineSystem, SystemDefinition } from './system';
import { titleIn } from './translation';

const gate = defineKind({
  group: 'example.org',
  kind: 'Gate',
  plural: 'gates',
  versions: ['v1'],
  namespaced: true,
  project: () => ({}),
  health: () => ({ status: 'healthy', reason: 'GateOpen', message: 'Open.' }),
  reasons: [
    { code: 'GateOpen', cause: 'The gate is open.', evidence: 'spec' },
    { code: 'GateShut', cause: 'The gate is shut.', evidence: 'spec' },
  ],
});

function translated(translations: SystemDefinition['translations']) {
  return defineSystem({
    id: 'gates',
    title: 'Gates',
    area: 'network',
    layer: 'platform',
    description: 'Gates.',
    kinds: [gate],
    translations,
  });
}

describe('the translations of a system', () => {
  it('may be partial: English stands for the rest', () => {
    const { translations } = translated({
      fr: { causes: { GateShut: 'La porte est fermée.' } },
    });
    expect(translations?.fr.causes.GateShut).toBe('La porte est fermée.');
  });

  it('name no reason that the system does not give', () => {
    expect(() =>
      translated({ fr: { causes: { GateGone: 'La porte a disparu.' } } }),
    ).toThrow('gates has no reason GateGone');
  });

  it.each(['french', 'FR', 'fr-CH', ''])(
    'are not in the language "%s"',
    language => {
      expect(() => translated({ [language]: { causes: {} } })).toThrow(
        'two lower-case letters',
      );
    },
  );

  it.each([
    ['fr', 'Portes'],
    ['en', 'Gates'],
    ['de', 'Gates'],
    ['constructor', 'Gates'],
  ])('give the title in "%s"', (language, title) => {
    const gates = translated({
      fr: { title: 'Portes', causes: {} },
      de: { causes: {} },
    });
    expect(titleIn(gates, language)).toBe(title);
  });

  it('say something', () => {
    expect(() => translated({ fr: { causes: { GateShut: ' ' } } })).toThrow(
      'GateShut in "fr" says nothing',
    );
  });
});
