import { AREAS } from '@socle/backstage-plugin-socle-common';
import { annotationAt, RawObject } from './raw';

/** What an object says of itself for the catalog. */
export type Registered = {
  title?: string;
  description?: string;
  area?: string;
  owner?: string;
  lifecycle?: string;
  type?: string;
  /** Entity ref of a System of the catalog: `socle.dev/system` means another thing there. */
  'catalog-system'?: string;
  /** Entity ref of what has its TechDocs. */
  docs?: string;
};

const WORDS = [
  'title',
  'description',
  'area',
  'owner',
  'lifecycle',
  'type',
  'catalog-system',
  'docs',
] as const;
const MOST = 300;

/**
 * The `socle.dev/…` annotations of an object; undefined where it has none. An area that there is none of is left out.
 * @public
 */
export function registeredAt(raw: RawObject): Registered | undefined {
  const found: Registered = {};
  for (const word of WORDS) {
    const said = annotationAt(raw, `socle.dev/${word}`)?.slice(0, MOST);
    if (
      said &&
      (word !== 'area' || (AREAS as readonly string[]).includes(said))
    ) {
      found[word] = said;
    }
  }
  return Object.keys(found).length > 0 ? found : undefined;
}
