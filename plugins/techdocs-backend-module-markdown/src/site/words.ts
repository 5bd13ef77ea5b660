/** The few words of the reader that a page itself carries. */
export interface Words {
  contents: string;
  previous: string;
  next: string;
  edit: string;
  navigation: string;
  path: string;
}

const ENGLISH: Words = {
  contents: 'Table of contents',
  previous: 'Previous',
  next: 'Next',
  // TechDocs' reader looks for this very title.
  edit: 'Edit this page',
  navigation: 'Navigation',
  path: 'Path',
};

const FRENCH: Words = {
  ...ENGLISH,
  contents: 'Table des matières',
  previous: 'Précédent',
  next: 'Suivant',
  path: 'Chemin',
};

/** By `theme.language` of mkdocs.yml. */
export function wordsOf(language: string): Words {
  return /^fr\b/i.test(language) ? FRENCH : ENGLISH;
}
