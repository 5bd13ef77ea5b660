import { apiVersionOf } from '../storage/object';

/** A kind that the server serves. One entry has all versions: they show the same objects. */
export interface ResourceType {
  group: string;
  /** Served versions, preferred one first. */
  versions: string[];
  kind: string;
  plural: string;
  singular: string;
  namespaced: boolean;
  shortNames: string[];
  categories: string[];
  /** Built-in kinds leave apiVersion and kind out of the items of a list; custom resources have them. */
  builtin: boolean;
  /** Whether status is written through `/status` only. */
  hasStatus: boolean;
  /** Whether metadata.generation counts changes of the specification. */
  hasGeneration: boolean;
  /** Field selectors besides metadata.name and metadata.namespace; undefined means those two only. */
  selectableFields: string[];
  /** Guessed from manifests, because no CustomResourceDefinition came with them. */
  inferred?: boolean;
}

export function resourceKey(type: { group: string; plural: string }): string {
  return type.group ? `${type.plural}.${type.group}` : type.plural;
}

export const allVerbs = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

export function apiVersionsOf(type: ResourceType): string[] {
  return type.versions.map(version => apiVersionOf(type.group, version));
}

/** As Kubernetes guesses, save that a vowel before the y keeps it (`gateways`). */
export function guessPlural(kind: string): string {
  const singular = kind.toLowerCase();
  if (singular === 'endpoints') return singular;
  if (/(s|x|z|ch|sh)$/.test(singular)) return `${singular}es`;
  if (/[^aeiou]y$/.test(singular)) return `${singular.slice(0, -1)}ies`;
  return `${singular}s`;
}
