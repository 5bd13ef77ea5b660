import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { loadAll } from 'js-yaml';

type Json = Record<string, unknown>;

/** Checks objects against the schemas of CRDs below a folder, as an API server does with strict field validation. */
export class CrdSchemas {
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(folder: string) {
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats(ajv);
    for (const format of ['int32', 'int64', 'double', 'float']) {
      ajv.addFormat(format, true);
    }
    for (const file of yamlFiles(folder)) {
      for (const crd of loadAll(readFileSync(file, 'utf8')) as Json[]) {
        this.add(crd, ajv);
      }
    }
  }

  /** What is wrong with an object; undefined where its kind is not known. */
  errors(object: Json): string[] | undefined {
    const validator = this.validators.get(
      `${String(object.apiVersion)}/${String(object.kind)}`,
    );
    if (!validator) {
      return undefined;
    }
    validator(object);
    return (validator.errors ?? []).map(
      error =>
        `${error.instancePath} ${error.message} ${JSON.stringify(
          error.params,
        )}`,
    );
  }

  private add(crd: Json | undefined, ajv: Ajv): void {
    if (crd?.kind !== 'CustomResourceDefinition') {
      return;
    }
    const spec = crd.spec as {
      group: string;
      names: { kind: string };
      versions: Array<{ name: string; schema?: { openAPIV3Schema: Json } }>;
    };
    for (const { name, schema } of spec.versions) {
      const key = `${spec.group}/${name}/${spec.names.kind}`;
      const wanted =
        /^(argoproj|external-secrets|gateway|cilium|postgresql|dragonfly|kafka|velero|longhorn)/.test(
          key,
        );
      if (schema && wanted && !this.validators.has(key)) {
        const strict = strictSchema(schema.openAPIV3Schema) as Json;
        const properties = strict.properties as Json;
        properties.metadata = { type: 'object' };
        this.validators.set(key, ajv.compile(strict));
      }
    }
  }
}

/** Fields that are not in the schema are errors; what may be a number or a text may be either. */
function strictSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) {
    return schema.map(strictSchema);
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const copy: Json = {};
  for (const [key, value] of Object.entries(schema)) {
    copy[key] =
      key === 'properties'
        ? Object.fromEntries(
            Object.entries(value as Json).map(([name, inner]) => [
              name,
              strictSchema(inner),
            ]),
          )
        : strictSchema(value);
  }
  if (typeof copy.pattern === 'string') {
    // Go writes classes of one letter without braces.
    copy.pattern = copy.pattern.replace(/\\([pP])([A-Z])/g, '\\$1{$2}');
  }
  if (copy['x-kubernetes-int-or-string']) {
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

function yamlFiles(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const at = path.join(folder, name);
    if (statSync(at).isDirectory()) {
      return yamlFiles(at);
    }
    return name.endsWith('.yaml') ? [at] : [];
  });
}
