import { Cause } from './use-cause-of';
import { whatToSay } from './what-to-say';

const english: Cause = {
  text: 'The object is on its way out.',
  language: 'en',
  english: 'The object is on its way out.',
};
const french: Cause = {
  text: 'L’objet est en cours de suppression.',
  language: 'fr',
  english: 'The object is on its way out.',
};

describe('whatToSay', () => {
  it.each<[string, Cause | undefined, string | undefined, boolean, boolean]>([
    ['both', english, 'Held by a finalizer.', true, true],
    ['the cause alone', english, undefined, true, false],
    ['the message alone', undefined, 'Held.', false, true],
    ['nothing', undefined, undefined, false, false],
    ['the same once', english, 'the object is on its way out', false, true],
    [
      'the message where it says more',
      english,
      'The object is on its way out: held.',
      false,
      true,
    ],
    ['the cause where it says more', english, 'On its way out.', true, false],
    ['both where only letters agree', english, 'Is on its way o', true, true],
    [
      'the same once, in French',
      french,
      'The object is on its way out.',
      true,
      false,
    ],
    [
      'both in French where the message says more',
      french,
      'The object is on its way out: held.',
      true,
      true,
    ],
  ])('says %s', (_, cause, message, hasCause, hasMessage) => {
    expect(whatToSay(cause, message)).toEqual({
      ...(hasCause || !message ? { cause } : {}),
      ...(hasMessage || !cause ? { message } : {}),
    });
  });
});
