import { KubeObject } from '@socle/simulator';

export type Schema = { [key: string]: unknown };

/** Schemas as kubeconform reads them, by the name of their file. */
export type SchemaFiles = Map<string, Schema>;

/** Where kubeconform looks; the core group has its version for a name. */
export const SCHEMA_PLACE =
  '{{.Group}}_{{.ResourceKind}}_{{.ResourceAPIVersion}}.json';

export function schemaFile(apiVersion: string, kind: string): string {
  const parts = apiVersion.split('/');
  return `${parts[0]}_${kind.toLowerCase()}_${parts.at(-1)}.json`;
}

/** The schemas that CustomResourceDefinitions state. */
export function definedSchemas(definitions: KubeObject[]): SchemaFiles {
  const files: SchemaFiles = new Map();
  for (const { spec } of definitions) {
    const { group, names, versions } = spec as {
      group: string;
      names: { kind: string };
      versions: Array<{ name: string; schema?: { openAPIV3Schema: Schema } }>;
    };
    for (const { name, schema } of versions) {
      if (schema) {
        files.set(
          schemaFile(`${group}/${name}`, names.kind),
          strict(schema.openAPIV3Schema) as Schema,
        );
      }
    }
  }
  return files;
}

/** The schemas of one OpenAPI v3 document of an API server, each with all that it refers to. */
export function servedSchemas(document: unknown): SchemaFiles {
  const { components } = document as {
    components?: { schemas?: Record<string, Schema> };
  };
  const all = components?.schemas ?? {};
  const files: SchemaFiles = new Map();
  for (const schema of Object.values(all)) {
    const kinds = schema['x-kubernetes-group-version-kind'] as
      | Array<{ group: string; version: string; kind: string }>
      | undefined;
    for (const { group, version, kind } of kinds ?? []) {
      const definitions: Record<string, unknown> = {};
      collect(schema, all, definitions);
      const apiVersion = group ? `${group}/${version}` : version;
      files.set(schemaFile(apiVersion, kind), {
        ...(strict(schema) as Schema),
        definitions,
      });
    }
  }
  return files;
}

const REFERENCE = '#/components/schemas/';

function collect(
  value: unknown,
  all: Record<string, Schema>,
  found: Record<string, unknown>,
): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const name = key === '$ref' ? String(inner).slice(REFERENCE.length) : '';
    if (name && !(name in found)) {
      found[name] = strict(all[name]);
      collect(all[name], all, found);
    }
    collect(inner, all, found);
  }
}

/** No field beside those that are named, unless the schema says that there may be. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(strict);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const copy: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') {
      // What is in there are names of fields, not words of a schema.
      copy[key] = Object.fromEntries(
        Object.entries(value as Schema).map(([name, inner]) => [
          name,
          strict(inner),
        ]),
      );
    } else if (key === '$ref') {
      copy[key] = String(value).replace(REFERENCE, '#/definitions/');
    } else if (!['default', 'enum', 'description'].includes(key)) {
      copy[key] = strict(value);
    } else if (key === 'enum') {
      copy[key] = value;
    }
  }
  if (copy['x-kubernetes-int-or-string'] || copy.format === 'int-or-string') {
    delete copy.type;
  }
  if (
    copy.type === 'object' &&
    copy.properties &&
    copy.additionalProperties === undefined &&
    !copy['x-kubernetes-preserve-unknown-fields']
  ) {
    copy.additionalProperties = false;
  }
  return copy;
}
