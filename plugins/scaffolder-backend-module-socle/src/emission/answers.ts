import { JsonObject, JsonValue } from '@backstage/types';
import { EmitKind, inputSchema, JsonSchema } from '@socle/emitter';

/** Fields whose content is the chart's business: nothing of it is left out. */
const VERBATIM = new Set(['values']);

/**
 * Answers as the emitter takes them. Forms leave behind empty texts and groups that nobody filled in, and ask for the
 * keys of a Secret by name alone.
 */
export function completed(kind: EmitKind, answers: JsonObject): JsonObject {
  const input: JsonObject = {};
  for (const [field, value] of Object.entries(answers)) {
    const kept = VERBATIM.has(field) ? value : filled(value);
    if (kept !== undefined && field !== 'cluster') {
      input[field] = kept;
    }
  }
  if (kind === 'external-secret') {
    return withKeys(input);
  }
  if (Array.isArray(input.secrets)) {
    input.secrets = input.secrets.map(one =>
      isObject(one) ? withKeys(one) : one,
    );
  }
  return input;
}

/** Those answers of a whole form that a kind takes. */
export function answersFor(kind: EmitKind, form: JsonObject): JsonObject {
  const { properties = {} } = inputSchema(kind);
  return Object.fromEntries(
    Object.entries(form).filter(([field]) => Object.hasOwn(properties, field)),
  );
}

/** The schema of an action's input: the emitter's, as forgiving as {@link completed} is, and the cluster. */
export function actionSchema(kind: EmitKind): JsonSchema {
  const schema = inputSchema(kind);
  const { properties = {} } = schema;
  const extended: Record<string, JsonSchema> = {
    ...properties,
    cluster: {
      type: 'string',
      title: 'Cluster',
      description: 'The name of a cluster, as configured.',
      pattern: '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$',
      maxLength: 63,
    },
  };
  if (properties.route) {
    extended.route = { ...properties.route, required: [] };
  }
  if (properties.secrets?.items?.properties) {
    const { items } = properties.secrets;
    extended.secrets = {
      ...properties.secrets,
      items: {
        ...items,
        properties: {
          ...items.properties,
          keys: orNames(items.properties?.keys),
        },
      },
    };
  }
  if (kind === 'external-secret') {
    extended.keys = orNames(properties.keys);
  }
  return {
    ...schema,
    properties: extended,
    // What is there already tells the pattern of an app.
    required: (schema.required ?? []).filter(field => field !== 'pattern'),
  };
}

function orNames(keys: JsonSchema = {}): JsonSchema {
  const { properties, ...record } = keys.items ?? {};
  const { pattern, maxLength, description } = properties?.key ?? {};
  return {
    ...keys,
    items: {
      ...record,
      properties,
      type: ['string', 'object'],
      pattern,
      maxLength,
      description,
    },
  };
}

function withKeys(secret: JsonObject): JsonObject {
  return Array.isArray(secret.keys)
    ? {
        ...secret,
        keys: secret.keys.map(key => (typeof key === 'string' ? { key } : key)),
      }
    : secret;
}

/** The value without what is empty; undefined where nothing remains. Lists stay: an empty one may mean "none". */
function filled(value: JsonValue | undefined): JsonValue | undefined {
  if (value === null || value === '' || value === undefined) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return value
      .map(filled)
      .filter((one): one is JsonValue => one !== undefined);
  }
  if (!isObject(value)) {
    return value;
  }
  const kept = Object.entries(value)
    .map(([field, inner]) => [field, filled(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
