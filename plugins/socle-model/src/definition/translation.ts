import type { SystemDefinition } from './system';

/**
 * What a system says to people, in another language than English.
 * @public
 */
export interface SystemTranslation {
  /** Where the English title is words and not a product's name. */
  title?: string;
  /** One sentence: what it is for. */
  description?: string;
  /** The cause of each reason, by its code. */
  causes: Readonly<Record<string, string>>;
}

/** The languages that a system is translated into, beside English. */
const LANGUAGE = /^[a-z]{2}$/;

/**
 * A system's title in a language: the English one where it is a name, or nobody has translated it.
 * @public
 */
export function titleIn(
  { title, translations = {} }: SystemDefinition,
  language: string,
): string {
  return (
    (Object.hasOwn(translations, language)
      ? translations[language].title
      : undefined) ?? title
  );
}

/** A code that no kind gives is a slip of the pen, or a reason that has since gone. */
export function checkTranslations(system: SystemDefinition): void {
  const codes = new Set(
    system.kinds.flatMap(kind => (kind.reasons ?? []).map(({ code }) => code)),
  );
  for (const [language, { causes }] of Object.entries(
    system.translations ?? {},
  )) {
    if (!LANGUAGE.test(language)) {
      throw new Error(
        `${system.id} is translated into "${language}": a language is two lower-case letters`,
      );
    }
    for (const [code, cause] of Object.entries(causes)) {
      if (!codes.has(code)) {
        throw new Error(
          `${system.id} has no reason ${code}, for which it has a cause in "${language}"`,
        );
      }
      if (!cause.trim()) {
        throw new Error(`${system.id}: ${code} in "${language}" says nothing`);
      }
    }
  }
}
