import {
  at,
  fieldsAt,
  groupOf,
  isFields,
  KubeObject,
  listAt,
  textAt,
  versionOf,
} from '../storage/object';
import { builtinTypes } from './builtin';
import { guessPlural, resourceKey, ResourceType } from './resource-type';

function texts(values: unknown[]): string[] {
  return values.filter((value): value is string => typeof value === 'string');
}

/** v1 before v1beta2 before v1alpha1, newest first, as Kubernetes orders versions. */
function comparePriority(a: string, b: string): number {
  const rank = (version: string): number[] => {
    const parts = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
    if (!parts) return [0, 0, 0];
    const stage = { alpha: 1, beta: 2 }[parts[2] ?? ''] ?? 3;
    return [stage, Number(parts[1]), Number(parts[3] ?? 0)];
  };
  const [left, right] = [rank(a), rank(b)];
  for (let i = 0; i < 3; i++)
    if (left[i] !== right[i]) return right[i] - left[i];
  return a < b ? -1 : 1;
}

/** The type that a CustomResourceDefinition adds; undefined where it names none. */
export function typeOfDefinition(
  definition: KubeObject,
): ResourceType | undefined {
  const { spec } = definition;
  const kind = textAt(spec, 'names', 'kind');
  const plural = textAt(spec, 'names', 'plural');
  const served = listAt(spec, 'versions').filter(
    version => isFields(version) && version.served === true,
  );
  if (!kind || !plural || served.length === 0) return undefined;
  return {
    group: textAt(spec, 'group'),
    versions: served
      .map(version => textAt(version, 'name'))
      .sort(comparePriority),
    kind,
    plural,
    singular: textAt(spec, 'names', 'singular') || kind.toLowerCase(),
    namespaced: textAt(spec, 'scope') === 'Namespaced',
    shortNames: texts(listAt(spec, 'names', 'shortNames')),
    categories: texts(listAt(spec, 'names', 'categories')),
    builtin: false,
    hasStatus: served.some(
      version => at(version, 'subresources', 'status') !== undefined,
    ),
    hasGeneration: true,
    selectableFields: [
      ...new Set(
        served.flatMap(version =>
          listAt(version, 'selectableFields').map(field =>
            textAt(field, 'jsonPath').replace(/^\./, ''),
          ),
        ),
      ),
    ],
  };
}

/** The kinds that one cluster serves now. */
export class TypeRegistry {
  private readonly byKey = new Map<string, ResourceType>();

  constructor() {
    for (const type of builtinTypes) this.byKey.set(resourceKey(type), type);
  }

  all(): ResourceType[] {
    return [...this.byKey.values()];
  }

  byResource(
    group: string,
    version: string,
    plural: string,
  ): ResourceType | undefined {
    const type = this.byKey.get(resourceKey({ group, plural }));
    return type?.versions.includes(version) ? type : undefined;
  }

  byKind(apiVersion: string, kind: string): ResourceType | undefined {
    const group = groupOf(apiVersion);
    const version = versionOf(apiVersion);
    return this.all().find(
      type =>
        type.group === group &&
        type.kind === kind &&
        type.versions.includes(version),
    );
  }

  /** Whether a group is Kubernetes' own; the core group in whatever version. */
  isBuiltin(group: string): boolean {
    return this.all().some(type => type.group === group && type.builtin);
  }

  /** Serves what the definition says; a definition wins over a guess. */
  define(definition: KubeObject): void {
    const type = typeOfDefinition(definition);
    if (type) this.byKey.set(resourceKey(type), type);
    else this.undefine(definition);
  }

  undefine(definition: KubeObject): string {
    const key = resourceKey({
      group: textAt(fieldsAt(definition, 'spec'), 'group'),
      plural: textAt(definition, 'spec', 'names', 'plural'),
    });
    this.byKey.delete(key);
    return key;
  }

  /** Finds the type of an object, and makes one up where a dump came without its definition. */
  ofObject(object: KubeObject): ResourceType {
    const known = this.byKind(object.apiVersion, object.kind);
    if (known) return known;
    const group = groupOf(object.apiVersion);
    const version = versionOf(object.apiVersion);
    const sibling = this.all().find(
      type => type.group === group && type.kind === object.kind,
    );
    if (sibling?.inferred) {
      sibling.versions = [...sibling.versions, version].sort(comparePriority);
      return sibling;
    }
    if (sibling) return sibling;
    const type: ResourceType = {
      group,
      versions: [version],
      kind: object.kind,
      plural: guessPlural(object.kind),
      singular: object.kind.toLowerCase(),
      namespaced: Boolean(object.metadata.namespace),
      shortNames: [],
      categories: [],
      builtin: false,
      hasStatus: true,
      hasGeneration: true,
      selectableFields: [],
      inferred: true,
    };
    this.byKey.set(resourceKey(type), type);
    return type;
  }
}
