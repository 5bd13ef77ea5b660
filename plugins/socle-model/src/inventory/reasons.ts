import { ReasonItem } from '@socle/backstage-plugin-socle-common';
import { SystemRegistry } from '../definition/registry';
import { runbookOf } from '../graph/health-of';
import { COMMON_CAUSES_FR } from '../judging/common-causes.fr';
import { COMMON_REASONS } from '../judging/judge';

const COMMON_CAUSES = new Map([['fr', COMMON_CAUSES_FR]]);

/**
 * The language to answer in: the one asked for where anything is said in it, else English. `fr-CH` is `fr`.
 * @public
 */
export function languageOf(registry: SystemRegistry, asked?: string): string {
  const [language] = (asked ?? '').toLowerCase().split('-');
  const isKnown =
    COMMON_CAUSES.has(language) ||
    registry.systems.some(({ translations }) =>
      Object.hasOwn(translations ?? {}, language),
    );
  return isKnown ? language : 'en';
}

/**
 * Every reason that can be given, with its cause in a language; in English where a system does not speak it.
 * @public
 */
export function reasonsIn(
  registry: SystemRegistry,
  language: string,
): ReasonItem[] {
  const item = (
    { code, cause }: { code: string; cause: string },
    of: Pick<ReasonItem, 'system' | 'area'>,
    causes: Readonly<Record<string, string>> = {},
  ): ReasonItem => {
    const runbook = runbookOf(registry, code);
    const translated = Object.hasOwn(causes, code) ? causes[code] : undefined;
    return {
      code,
      ...of,
      cause: translated ?? cause,
      ...(translated ? { original: cause } : {}),
      ...(runbook ? { runbook } : {}),
    };
  };
  const items = COMMON_REASONS.map(reason =>
    // The checks that hold for every object are Socle's own.
    item(
      reason,
      { system: 'socle', area: 'cluster' },
      COMMON_CAUSES.get(language),
    ),
  );
  for (const { id, area, kinds, translations = {} } of registry.systems) {
    const causes = Object.hasOwn(translations, language)
      ? translations[language].causes
      : undefined;
    for (const reason of kinds.flatMap(kind => kind.reasons ?? [])) {
      items.push(item(reason, { system: id, area }, causes));
    }
  }
  return [...new Map(items.map(one => [one.code, one])).values()];
}
