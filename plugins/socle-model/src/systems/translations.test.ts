import { systems } from '.';

describe.each(systems.map(system => [system.id, system] as const))(
  '%s in French',
  (_, { description, kinds, translations }) => {
    const french = translations?.fr;
    const reasons = kinds.flatMap(kind => kind.reasons ?? []);

    it('says of each reason what it means, in words other than the English', () => {
      const left = reasons
        .filter(({ code, cause }) =>
          [undefined, '', cause].includes(french?.causes[code]),
        )
        .map(({ code }) => code);
      expect(left).toEqual([]);
    });

    it('says what the system is for', () => {
      expect(french?.description ?? '').not.toBe('');
      expect(french?.description).not.toBe(description);
    });

    it('is written as French is', () => {
      const texts = [
        french?.title ?? '',
        french?.description ?? '',
        ...Object.values(french?.causes ?? {}),
      ];
      // A typographic apostrophe, and no sign at the head of a line that belongs to the word before it.
      expect(texts.filter(text => /'|\p{L} [:;?!»]|« /u.test(text))).toEqual(
        [],
      );
    });

    it('says each cause in one sentence that ends', () => {
      const causes = reasons.map(({ code }) => french?.causes[code] ?? '');
      expect(causes.filter(cause => !cause.endsWith('.'))).toEqual([]);
    });
  },
);
