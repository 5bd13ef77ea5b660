import { inputSchema, JsonSchema } from '@socle/emitter';

/**
 * JSON Schema by which a form refuses secrets that somebody typed. Actions refuse them too, and see more; but answers are
 * stored before any action runs, and what was stored has leaked.
 */
export interface FormSchema extends Omit<JsonSchema, 'not'> {
  not?: object;
  /** What the form says instead of a pattern (ajv-errors). */
  errorMessage?: string | Record<string, string>;
  [option: `ui:${string}`]: unknown;
}

const { definitions = {}, properties: fields = {} } =
  inputSchema('app:helm-configs');

/** Pattern of keys under which people keep secrets, as the emitter has it. */
const SENSITIVE_KEY = Object.keys(fields.values.patternProperties ?? {})[0];

/** Pattern of what may stand there all the same: a reference. */
const REFERENCE = definitions.noLiteral.pattern ?? '';

/** The same as several: a key of YAML may have 1024 characters at most. */
const SENSITIVE_KEYS = shorter(SENSITIVE_KEY);

/** Texts that give themselves away, whatever field they are typed into. */
const SHAPES = [
  '-----BEGIN [A-Z ]*PRIVATE KEY-----',
  'AKIA[0-9A-Z]{16}',
  'gh[pousr]_[A-Za-z0-9]{36}',
  'github_pat_[A-Za-z0-9_]{22}',
  'glpat-[A-Za-z0-9_-]{20}',
  '(?:^|[^A-Za-z0-9])hv[sbr]\\.[A-Za-z0-9_-]{20}',
  'xox[abprs]-[A-Za-z0-9-]{10}',
  '(?:^|[^A-Za-z0-9])sk-[A-Za-z0-9_-]{20}',
  'AIza[0-9A-Za-z_-]{35}',
  'eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{5}',
  '[a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\\s/:@$<{]{1,100}:[^\\s/@$<{]{1,200}@',
].join('|');

/** The middle of {@link SENSITIVE_KEY}, to be found in a longer text. */
const [, NAMING, ENDS] =
  /^\^\(\?!\.\*\((.+?)\)\)\.\*\((.+)\)\$$/.exec(SENSITIVE_KEY) ?? [];
const KEY = `(?![^:=\\n]*(${NAMING}))[A-Za-z0-9_.-]{0,60}(${ENDS?.replace(
  '(?:^|[_. -])',
  '(?:\\b|_)',
)})`;
const VALUE =
  '["\']?(?!["\'|>~{}[\\]<$/\\s]|(?:true|false|null)["\']?\\s*(?:$|\\n)|vault:|ref\\+|env:|file:)\\S';
const LINE = `[ \\t]*(?:export[ \\t]+|- +)?["']?${KEY}["']?[ \\t]*[:=][ \\t]*${VALUE}`;

/** A secret in the middle of a text: an argument, a variable, a line of an embedded file. */
const IN_TEXT = [
  `^--?${KEY}=${VALUE}`,
  `^(?=[A-Z][A-Z0-9_]*=)${KEY}=${VALUE}`,
  `\\n${LINE}`,
  `^(?=[\\s\\S]*\\n)${LINE}`,
].join('|');

const shape = { type: 'string', pattern: SHAPES };
const inText = { type: 'string', pattern: IN_TEXT };
const literal = { type: 'string', not: { pattern: REFERENCE } };

/** A variable whose name tells that its value is a secret. */
const namedValue = {
  type: 'object',
  required: ['name', 'value'],
  properties: {
    name: { type: 'string', pattern: SENSITIVE_KEY },
    value: { anyOf: [literal, { type: 'number' }] },
  },
};

/** A bare `key` with a long value, and nothing beside it that makes it a name. */
const bareKey = {
  type: 'object',
  required: ['key'],
  properties: { key: { ...literal, minLength: 8 } },
  not: {
    anyOf: [
      'name',
      'property',
      'operator',
      'effect',
      'path',
      'secretName',
      'existingSecret',
      'values',
      'mode',
      'version',
      'topologyKey',
      'optional',
    ].map(name => ({ required: [name] })),
  },
};

/** Maps whose every text is suspect, save those that only name something. */
const MAP_OF_SECRETS =
  '^(?:[Pp]asswords|[Ss]ecrets|[Tt]okens|[Cc]redentials|[Cc]reds|[Aa]pi[_. -]?[Kk]eys|[Ss]tring[Dd]ata|[Ss]ecret[Dd]ata)$';
const NAMING_KEY =
  '^(?:name|namespace|type|enabled|create|existing.*|secretName|.*Ref|.*Name|.*Path|key|keys|annotations|labels|mountPath|engine|provider)$';

const patternProperties: Record<string, FormSchema> = {
  ...Object.fromEntries(
    SENSITIVE_KEYS.map(pattern => [
      pattern,
      { $ref: '#/definitions/noLiteral' },
    ]),
  ),
  [MAP_OF_SECRETS]: { $ref: '#/definitions/mapOfSecrets' },
};

const NO_SECRET =
  'This looks like a secret. Put it into Vault, and list its name under Secrets.';

/** One line of text of a form. */
export function refusingShapes(schema: FormSchema): FormSchema {
  return saying(NO_SECRET, { ...schema, not: anyOf(schema.not, shape) });
}

/** A text of a command line. */
export function refusingText(schema: JsonSchema | FormSchema): FormSchema {
  return saying(NO_SECRET, {
    ...schema,
    not: anyOf(schema.not, shape, inText),
  });
}

/** What the form says where `not` refuses. */
function saying(not: string, schema: FormSchema): FormSchema {
  const { errorMessage = {} } = schema;
  return typeof errorMessage === 'string'
    ? schema
    : { ...schema, errorMessage: { ...errorMessage, not } };
}

/** An entry of a list of variables. */
export function refusingVariable(schema: JsonSchema | FormSchema): FormSchema {
  return {
    ...schema,
    not: anyOf(schema.not, namedValue),
    errorMessage: {
      not: 'A secret is no variable here: list its name on a later page.',
    },
  };
}

/** `definitions` of the values of charts, with what their keys alone do not tell. */
export function valueDefinitions(): Record<string, FormSchema> {
  const not = anyOf(undefined, shape, inText, namedValue, bareKey);
  const { value, noLiteral } = definitions;
  return {
    value: { ...value, not, patternProperties },
    noLiteral: { ...noLiteral, not, patternProperties },
    values: {
      ...fields.values,
      not: anyOf(undefined, namedValue, bareKey),
      patternProperties,
    },
    mapOfSecrets: {
      description: noLiteral.description,
      propertyNames: value.propertyNames,
      items: { $ref: '#/definitions/value' },
      patternProperties: {
        [NAMING_KEY]: { $ref: '#/definitions/value' },
      },
      additionalProperties: { $ref: '#/definitions/noLiteral' },
    },
  };
}

/**
 * The values of a chart. Goes with {@link valueDefinitions}. What they may be is said by two negations: the form follows
 * every other way into a schema that contains itself, and never comes back.
 */
export function refusingValues({ type, title }: JsonSchema): FormSchema {
  return {
    type,
    title,
    not: { not: { $ref: '#/definitions/values' } },
    errorMessage: {
      type: 'Values: keys and values as YAML.',
      not: 'Values: a secret stands there, or something that is no plain data. Put secrets into Vault, list their names on a later page and name them here, for example by existingSecret.',
    },
  };
}

function anyOf(already: object | undefined, ...more: object[]): object {
  const all = already ? [already, ...more] : more;
  return all.length === 1 ? all[0] : { anyOf: all };
}

/** Patterns that together are one. */
function shorter(pattern: string): string[] {
  const [, head = '', alternatives = ''] =
    /^(\^\(\?!.+?\)\)\.\*\(\?:)(.+)\)\$$/.exec(pattern) ?? [];
  const pieces = alternativesOf(alternatives).flatMap(one => {
    const [, inner, rest] = /^\(\?:(.+)\)(.*)$/.exec(one) ?? [];
    return inner && one.length > 400
      ? grouped(alternativesOf(inner)).map(group => `(?:${group})${rest}`)
      : [one];
  });
  return grouped(pieces).map(group => `${head}${group})$`);
}

/** The alternatives of a pattern, by the bars that stand in no brackets. */
function alternativesOf(pattern: string): string[] {
  const found = [''];
  let depth = 0;
  for (const letter of pattern) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === '|' && depth === 0) {
      found.push('');
    } else {
      found[found.length - 1] += letter;
    }
  }
  return found;
}

/** Alternatives put together as long as they stay short. */
function grouped(alternatives: readonly string[]): string[] {
  const groups: string[] = [];
  for (const one of alternatives) {
    const last = groups.length - 1;
    if (last >= 0 && groups[last].length + one.length < 600) {
      groups[last] += `|${one}`;
    } else {
      groups.push(one);
    }
  }
  return groups;
}
