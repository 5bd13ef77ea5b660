import { ReasonsAnswer } from '@socle/backstage-plugin-socle-common';

const CAUSES: Array<[code: string, english: string, french: string]> = [
  [
    'LonghornNodeDown',
    'The node does not answer Longhorn.',
    'Le nœud ne répond pas à Longhorn.',
  ],
  [
    'LonghornVolumeDegraded',
    'Fewer copies in sync than wanted.',
    'Moins de copies à jour que voulu.',
  ],
];

/** What a few reasons of the invented platform mean, in English and French. */
export function fakeReasons(language = 'en'): ReasonsAnswer {
  const isFrench = language === 'fr';
  const items = CAUSES.map(([code, english, french]) => ({
    code,
    system: 'longhorn',
    area: 'storage' as const,
    ...(isFrench ? { cause: french, original: english } : { cause: english }),
  }));
  return {
    items,
    total: items.length,
    sources: [],
    language: isFrench ? 'fr' : 'en',
  };
}
