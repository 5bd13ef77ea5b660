import french from './fr';
import { socleDataServicesTranslationRef } from './ref';

/** The English messages by their flat keys; not part of the ref's public type. */
function englishOf(ref: unknown): { [key: string]: string } {
  return (
    ref as { getDefaultMessages(): { [key: string]: string } }
  ).getDefaultMessages();
}

const placeholders = (text: string) =>
  [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

describe('the French words of the plugin', () => {
  const english = englishOf(socleDataServicesTranslationRef);

  it('have every key of the English ones and no other', () => {
    expect(Object.keys(french).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(french))('use the same values in %s', (key, text) => {
    expect(placeholders(text)).toEqual(placeholders(english[key]));
  });
});
