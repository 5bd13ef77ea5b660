import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Item, List } from './answers';
import { Portal } from './portal';

const WORDS_OF = [
  'plugins/socle-react/src/translation',
  'plugins/socle/src/translation',
  'plugins/socle-storage/src/translation',
  'plugins/socle-data-services/src/translation',
  'plugins/socle-delivery/src/translation',
];

/** Words that no French text has. */
const COMMON =
  'the and of is are not was were this that with since from ago sec show all next previous page rows of to by on for';

/** English words that are French ones too, or TiKV's own. */
const FRENCH_TOO = ['moment', 'store'];

interface Systems {
  items: Array<{ system: string; title: string }>;
}

/**
 * Tells English texts by words that the English messages have and the French ones have not. Names that the cluster
 * brings (resources, kinds, systems) are no texts, nor is what the engine says of them, which is English everywhere.
 */
export class EnglishWords {
  private constructor(
    private readonly english: ReadonlySet<string>,
    private readonly names: ReadonlySet<string>,
    private readonly kinds: ReadonlySet<string>,
    private readonly messages: readonly string[],
  ) {}

  /** `chains` are the paths of chains whose boxes may be on a page too. */
  static async read(
    portal: Portal,
    ...chains: string[]
  ): Promise<EnglishWords> {
    const root = process.env.SOCLE_ROOT ?? '.';
    const literals = (file: string) =>
      Promise.all(
        WORDS_OF.map(async folder => {
          const text = await readFile(join(root, folder, file), 'utf8');
          return [...text.matchAll(/:\s+'([^']*)'/g)].map(([, one]) => one);
        }),
      );
    const english = (await literals('ref.ts')).flat(2);
    const french = (await literals('fr.ts')).flat(2);
    const known = new Set([...french.flatMap(wordsOf), ...FRENCH_TOO]);
    const { items: systems } = await portal.get<Systems>(
      // Those of French pages: an English title that is words has no place there.
      '/api/socle/v1/systems?language=fr',
    );
    const drawn = await Promise.all(
      chains.map(chain => portal.get<{ nodes: Item[] }>(chain)),
    );
    const items = [
      ...(await allResources(portal)),
      ...drawn.flatMap(({ nodes }) => nodes),
    ];
    return new EnglishWords(
      new Set(
        [...english.flatMap(wordsOf), ...COMMON.split(' ')].filter(
          word => !known.has(word) && word.length > 1,
        ),
      ),
      new Set([
        ...systems.flatMap(({ system, title }) => [system, title]),
        ...items.flatMap(({ ref }) => [
          ref.name,
          ref.namespace ?? '',
          // As one line, where a word may be its name: a class called replicated.
          `${ref.kind} ${ref.namespace ? `${ref.namespace}/` : ''}${ref.name}`,
        ]),
      ]),
      new Set(items.map(({ ref }) => ref.kind)),
      [
        ...new Set(
          items.flatMap(({ ref, health }) => [
            anyNumber(health.message ?? ''),
            // A name of several words, as that of a source in a chain, stands within sentences too.
            ref.name.includes(' ') ? anyNumber(ref.name) : '',
          ]),
        ),
      ]
        .filter(message => message !== '')
        .sort((a, b) => b.length - a.length),
    );
  }

  /** What is English in a text; empty where nothing is. */
  in(text: string): string[] {
    const lines = text.split('\n').filter(line => !this.names.has(line));
    const own = this.messages.reduce(
      (left, message) => left.replaceAll(message, ' '),
      anyNumber(lines.join('\n')),
    );
    const found = own
      .split(/[\s,]+/)
      .filter(word => !this.kinds.has(word))
      .flatMap(wordsOf)
      .filter(word => this.english.has(word));
    return found.length > 0 ? [`${text} (${found.join(', ')})`] : [];
  }
}

/** Ages in a message change between two readings. */
function anyNumber(text: string): string {
  return text.replace(/\d+/g, '#');
}

async function allResources(portal: Portal): Promise<Item[]> {
  const items: Item[] = [];
  for (;;) {
    const page = await portal.get<List>(
      `/api/socle/v1/resources?limit=1000&offset=${items.length}`,
    );
    items.push(...page.items);
    if (page.items.length === 0 || items.length >= page.total) return items;
  }
}

/** Its words in small letters; what is joined by signs or has capitals inside is a name and no word. */
function wordsOf(text: string): string[] {
  return text
    .replace(/\{\{\w+\}\}/g, ' ')
    .split(/[\s,;:()«»"“”·–|]+/)
    .map(word => word.replace(/^[.…'’]+|[.…!?'’]+$/g, ''))
    .filter(word => /^\p{L}\p{Ll}*$/u.test(word))
    .map(word => word.toLowerCase());
}
