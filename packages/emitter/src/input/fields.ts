import {
  NO_LITERAL_PATTERN,
  SENSITIVE_KEY_PATTERN,
} from '../literals/sensitive-keys';
import { SECRET_SHAPE_PATTERN } from '../literals/secret-shapes';
import { JsonSchema } from './json-schema';

const LABEL = '[a-z]([a-z0-9]|-(?!-))*[a-z0-9]|[a-z]';

/** Schemas of single answers, shared by all inputs. What each description says is what a refusal says. */
export const appName: JsonSchema = {
  type: 'string',
  title: 'Name',
  description:
    'Lower-case letters, digits and single hyphens, beginning with a letter, 2 to 53 characters.',
  pattern: `^(?:${LABEL})$`,
  minLength: 2,
  maxLength: 53,
};

export const namespaceName: JsonSchema = {
  ...appName,
  title: 'Namespace',
  description:
    'Lower-case letters, digits and single hyphens, beginning with a letter, at most 63 characters.',
  maxLength: 63,
};

/** The second half of names such as `<app>-<purpose>`. */
export const purposeName: JsonSchema = {
  ...appName,
  title: 'Purpose',
  description:
    'One short word for what it is for: lower-case letters, digits and single hyphens, at most 30 characters.',
  minLength: 1,
  maxLength: 30,
};

/** A line of text for people. No control characters, no invisible ones, none that turn the direction of writing. */
export const line: JsonSchema = {
  type: 'string',
  description:
    'One line of plain text of at most 200 characters, without placeholders such as $(…) or {{…}}.',
  pattern:
    '^(?!.*(?:\\$\\(|\\$\\{|\\{\\{))[^\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]+$',
  maxLength: 200,
};

export const version: JsonSchema = {
  type: 'string',
  title: 'Version',
  description: 'An exact version such as 1.15.4: no range, no latest.',
  pattern:
    '^v?(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?$',
  maxLength: 64,
};

const HOST_NAME =
  '(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?';

export const repositoryUrl: JsonSchema = {
  type: 'string',
  title: 'Repository',
  description:
    'An address that begins with https:// or oci://, without user, password, query or "..".',
  pattern: `^(?:https|oci)://${HOST_NAME}(?::[0-9]{2,5})?(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*/?$`,
  maxLength: 250,
};

export const host: JsonSchema = {
  type: 'string',
  title: 'Host',
  description:
    "A host under one of the platform's domains, or its first label: lower-case letters, digits and hyphens.",
  pattern: `^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?|${HOST_NAME})$`,
  maxLength: 253,
};

export const urlPath: JsonSchema = {
  type: 'string',
  description:
    'A path that begins with /, of letters, digits and . _ ~ - /, without "..".',
  pattern: '^/(?!.*\\.\\.)(?!.*//)[A-Za-z0-9._~/-]*$',
  maxLength: 200,
};

export const filePath: JsonSchema = {
  type: 'string',
  description:
    'An absolute path in the container, of letters, digits and . _ - /, without "..".',
  pattern:
    '^/(?!.*\\.\\.)(?!.*//)(?!\\.(?:/|$))(?!.*/\\.(?:/|$))[A-Za-z0-9._/-]+$',
  maxLength: 200,
};

/** A folder of a foreign repository. */
export const folderPath: JsonSchema = {
  type: 'string',
  description:
    'A folder from the root of the repository, such as charts/app, without "..".',
  pattern:
    '^(?!\\.{1,2}(?:/|$))(?!.*/\\.{1,2}(?:/|$))[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*$',
  maxLength: 200,
};

export const port: JsonSchema = {
  type: 'integer',
  description: 'A port: 1 to 65535.',
  minimum: 1,
  maximum: 65535,
};

export const size: JsonSchema = {
  type: 'string',
  description: 'A size such as 10Gi.',
  pattern: '^[1-9][0-9]{0,5}(?:Mi|Gi|Ti)$',
};

export const cpu: JsonSchema = {
  type: 'string',
  description: 'A share of CPU such as 250m or 2.',
  pattern: '^(?:[1-9][0-9]{0,5}m|[1-9][0-9]{0,2})$',
};

export const secretKey: JsonSchema = {
  type: 'string',
  description:
    'The name of a key, never its value: letters, digits and . _ -, at most 63 characters.',
  pattern: '^[A-Za-z_][A-Za-z0-9_.-]*$',
  maxLength: 63,
};

export const variableName: JsonSchema = {
  type: 'string',
  description:
    'Letters, digits and _, beginning with a letter or _; a variable that is named like a secret comes from one.',
  not: { pattern: SENSITIVE_KEY_PATTERN },
  pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
  maxLength: 100,
};

export const labelMap: JsonSchema = {
  type: 'object',
  description: 'Labels as Kubernetes allows them.',
  maxProperties: 10,
  propertyNames: {
    pattern:
      '^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$',
    description: 'A label key.',
  },
  additionalProperties: {
    type: 'string',
    description: 'A label value.',
    pattern: '^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$',
  },
};

export const entityRef: JsonSchema = {
  type: 'string',
  description: 'A reference such as group:default/platform, or a name.',
  pattern:
    '^(?:(?:[a-z]+:)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?/)?)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$',
  maxLength: 140,
};

/** A text in the values of a chart. Only variables may stand in $(…): a shell would run anything else. */
export const valueText: JsonSchema = {
  type: 'string',
  description:
    'A text that is no secret, without control or invisible characters, and in $(…) only the name of a variable.',
  not: { type: 'string', pattern: SECRET_SHAPE_PATTERN },
  maxLength: 65_536,
  pattern:
    '^(?:[^$\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]|\\$(?!\\()|\\$\\([A-Za-z_][A-Za-z0-9_]*\\))*$',
};

/** `definitions` for values of charts: any data, save literal secrets. Goes with {@link helmValues}. */
export const valueDefinitions: Readonly<Record<string, JsonSchema>> = {
  value: {
    ...valueText,
    type: ['string', 'number', 'boolean', 'null', 'array', 'object'],
    description:
      'Plain data: texts without control or invisible characters, and in $(…) only the name of a variable.',
    items: { $ref: '#/definitions/value' },
    propertyNames: {
      pattern:
        '^[^\\u0000-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]{1,253}$',
      description: 'A key without control or invisible characters.',
    },
    patternProperties: {
      [SENSITIVE_KEY_PATTERN]: { $ref: '#/definitions/noLiteral' },
    },
    additionalProperties: { $ref: '#/definitions/value' },
  },
  noLiteral: {
    type: ['string', 'boolean', 'null', 'array', 'object'],
    description:
      'No value of a secret: put it into Vault and name the Secret here, for example by existingSecret.',
    pattern: NO_LITERAL_PATTERN,
    items: { $ref: '#/definitions/value' },
    patternProperties: {
      [SENSITIVE_KEY_PATTERN]: { $ref: '#/definitions/noLiteral' },
    },
    additionalProperties: { $ref: '#/definitions/value' },
  },
};

/** Values of a chart. */
export const helmValues: JsonSchema = {
  type: 'object',
  title: 'Values',
  description:
    'Values of the chart. Secrets are named, never written: no value may stand under keys such as password or token.',
  propertyNames: valueDefinitions.value.propertyNames,
  patternProperties: valueDefinitions.value.patternProperties,
  additionalProperties: { $ref: '#/definitions/value' },
};
