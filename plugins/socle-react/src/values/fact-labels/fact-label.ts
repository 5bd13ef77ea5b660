import { FACTS_FR } from './fact-labels.fr';
import { RELATIONS_FR } from './relations.fr';

type Labels = ReadonlyMap<string, ReadonlyMap<string, string>>;

const FACTS: Labels = new Map([['fr', FACTS_FR]]);
const RELATIONS: Labels = new Map([['fr', RELATIONS_FR]]);

/** Written as no word is. */
const SPELLINGS = new Map(
  'API CA CIDR CIDRs CPU CSI DNS DR HA HTTP ID IO IP IPs IPAM JWT KV OS PD PV PVC PVCs S3 SBOM SMART TLS TTL TiFlash TiKV UID URI URL URLs UUID YAML'
    .split(' ')
    .map(word => [word.toLowerCase(), word]),
);

/** What the value says itself once it is written with its unit. */
const UNITS = new Map([
  ['seconds', ''],
  ['millis', '(ms)'],
  ['percent', '(%)'],
]);

/** What a page calls a fact or a relation, and in which language. */
export interface FactLabel {
  text: string;
  language: string;
}

/**
 * What a page calls a fact: in the reader's language where it has a word for it, else the words of its name.
 * Undefined for what is no name of a fact, as a key that the cluster brings (`topology.kubernetes.io/zone`).
 */
export function factLabel(
  name: string,
  language: string,
): FactLabel | undefined {
  return labelIn(FACTS, name, language);
}

/** What a page calls a relation: as for a fact, but the same name may be another word. */
export function relationLabel(
  name: string,
  language: string,
): FactLabel | undefined {
  return labelIn(RELATIONS, name, language);
}

function labelIn(
  labels: Labels,
  name: string,
  language: string,
): FactLabel | undefined {
  const own = language.split('-')[0];
  const label = labels.get(own)?.get(name);
  if (label) {
    return { text: label, language: own };
  }
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) {
    return undefined;
  }
  const words = wordsOf(name);
  return { text: capital(words.join(' ')), language: 'en' };
}

function wordsOf(name: string): string[] {
  const words = (
    name.match(/[A-Z]+s?(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? [name]
  ).map(word => SPELLINGS.get(word.toLowerCase()) ?? word.toLowerCase());
  const unit =
    words.length > 1 ? UNITS.get(words[words.length - 1]) : undefined;
  return unit === undefined
    ? words
    : [...words.slice(0, -1), unit].filter(Boolean);
}

function capital(text: string): string {
  return SPELLINGS.has(text.split(' ')[0].toLowerCase())
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1);
}

/** The same within a sentence or a list: without its capital, save for what is spelt with one. */
export function within(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) &&
    !SPELLINGS.has(text.split(' ')[0].toLowerCase())
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
