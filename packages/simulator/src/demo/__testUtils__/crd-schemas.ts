import { existsSync } from 'node:fs';
import Ajv, { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { readClusterFolder } from '../../manifests/cluster-folder';
import {
  Fields,
  isFields,
  KubeObject,
  listAt,
  textAt,
} from '../../storage/object';

/** A folder with CustomResourceDefinitions, or in a word why there is none. */
export function findDefinitions(): string | { missing: string } {
  const folder = process.env.SOCLE_CRDS;
  if (!folder) return { missing: 'SOCLE_CRDS names no folder of CRDs' };
  return existsSync(folder)
    ? folder
    : { missing: `SOCLE_CRDS: ${folder} does not exist` };
}

/** Validates objects as an API server with these definitions does that refuses unknown fields. */
export class CrdSchemas {
  private readonly schemas = new Map<string, Fields>();
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly ajv = new Ajv({
    allErrors: true,
    strict: false,
    // Patterns are Go's, which knows no escapes of Unicode alone.
    unicodeRegExp: false,
  });
  private readonly groups = new Set<string>();

  constructor(folder: string) {
    addFormats(this.ajv);
    // Kubernetes' own formats; int-or-string is a marker of its own.
    for (const format of ['int32', 'int64', 'float', 'double', 'byte', 'cidr'])
      this.ajv.addFormat(format, true);
    for (const definition of readClusterFolder(folder, 0).objects) {
      if (definition.kind !== 'CustomResourceDefinition') continue;
      const group = textAt(definition, 'spec', 'group');
      const kind = textAt(definition, 'spec', 'names', 'kind');
      this.groups.add(group);
      for (const version of listAt(definition, 'spec', 'versions')) {
        const schema = (version as Fields).schema as Fields | undefined;
        if (!isFields(schema?.openAPIV3Schema)) continue;
        this.schemas.set(
          `${group}/${textAt(version, 'name')}/${kind}`,
          schema.openAPIV3Schema,
        );
      }
    }
  }

  /** Whether an object's group is one of those that are defined. */
  covers({ apiVersion }: KubeObject): boolean {
    const [group, version] = apiVersion.split('/');
    return version !== undefined && this.groups.has(group);
  }

  /** What is wrong with an object; nothing where it is valid. */
  faults(object: KubeObject): string[] {
    const validate = this.validatorOf(`${object.apiVersion}/${object.kind}`);
    if (!validate)
      return [`${object.apiVersion} ${object.kind} is not defined`];
    return validate(object)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) =>
            `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
        );
  }

  private validatorOf(id: string): ValidateFunction | undefined {
    const schema = this.schemas.get(id);
    if (schema && !this.validators.has(id)) {
      this.validators.set(id, this.ajv.compile(closed(schema, true)));
    }
    return this.validators.get(id);
  }
}

/**
 * A structural schema as JSON Schema: what it does not name is refused where it does not preserve unknown fields, null
 * is allowed where it is nullable, and int-or-string means what it says.
 */
function closed(schema: Fields, isRoot = false): Fields {
  const {
    'x-kubernetes-preserve-unknown-fields': preserves,
    'x-kubernetes-int-or-string': intOrString,
    nullable,
    properties,
    additionalProperties,
    items,
    ...rest
  } = schema;
  const out: Fields = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !name.startsWith('x-')),
  );
  delete out.default;
  delete out.description;
  if (out.type === undefined && intOrString) {
    out.type = ['integer', 'string'];
    delete out.anyOf;
  }
  if (isFields(properties)) {
    out.properties = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [
        name,
        // Metadata has the schema of all objects, and its own check.
        isRoot && name === 'metadata' ? {} : closed(value as Fields),
      ]),
    );
  }
  if (isFields(items)) out.items = closed(items);
  if (isFields(additionalProperties))
    out.additionalProperties = closed(additionalProperties);
  else if (isFields(properties) && !preserves) out.additionalProperties = false;
  if (nullable && typeof out.type === 'string') {
    out.type = [out.type, 'null'];
    if (Array.isArray(out.enum)) out.enum = [...out.enum, null];
  }
  return out;
}
