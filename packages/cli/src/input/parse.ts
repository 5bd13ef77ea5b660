import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';

const INTEGER =
  /^[-+]?(?:0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9](?:[0-9_]*[0-9])?)$/;

/**
 * Integers that a number cannot hold without loss stay text: identifiers of regions and stores have 64 bits.
 * Times stay text as well, as an API server gives them.
 */
const SCHEMA = CORE_SCHEMA.extend({
  implicit: [
    new Type('tag:yaml.org,2002:int', {
      kind: 'scalar',
      resolve: (data: unknown) =>
        typeof data === 'string' && INTEGER.test(data),
      construct: (data: string) => {
        const digits = data.replace(/_/g, '').replace(/^[-+]/, '');
        const value = Number(digits) * (data.startsWith('-') ? -1 : 1);
        return Number.isSafeInteger(value) ? value : data;
      },
    }),
    new Type('tag:yaml.org,2002:merge', {
      kind: 'scalar',
      resolve: (data: unknown) => data === '<<' || data === null,
    }),
  ],
});

/** Parses one YAML document; the message of what it throws is one line. */
export function parseYaml(text: string, firstLine = 1): unknown {
  try {
    return load(text, { schema: SCHEMA });
  } catch (error) {
    if (error instanceof YAMLException && error.mark) {
      throw new Error(
        `${error.reason} (line ${error.mark.line + firstLine}, column ${
          error.mark.column + 1
        })`,
      );
    }
    throw error;
  }
}
