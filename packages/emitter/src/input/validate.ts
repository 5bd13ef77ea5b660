import { Refusal } from '../emission/emission';
import { JsonSchema, jsonTypeOf } from './json-schema';

/** Enough to see what is wrong; a thousand wrong items are one mistake. */
const MAX_REFUSALS = 50;

/**
 * Checks a value against a schema. Backstage does the same before any action runs; this is the check of those who call
 * the emitter themselves, and it needs no code made at run time, which a browser's content policy may forbid.
 */
export function validate(schema: JsonSchema, value: unknown): Refusal[] {
  const refusals: Refusal[] = [];
  check(value, schema, '', {
    root: schema,
    refusals,
    patterns: new Map(),
  });
  return refusals;
}

interface Run {
  root: JsonSchema;
  refusals: Refusal[];
  patterns: Map<string, RegExp>;
}

function check(
  value: unknown,
  given: JsonSchema,
  field: string,
  run: Run,
): void {
  if (run.refusals.length >= MAX_REFUSALS) {
    return;
  }
  const schema = resolve(given, run.root);
  const refuse = (problem: string, allowed?: string) =>
    run.refusals.push({
      field: field === '' ? 'input' : field,
      problem,
      allowed: given.description ?? schema.description ?? allowed ?? problem,
    });

  const type = jsonTypeOf(value);
  if (schema.type !== undefined && !isOfType(value, type, schema.type)) {
    const wanted = [schema.type].flat().join(' or ');
    refuse(`It is ${type ?? 'no JSON value'}, not ${wanted}.`);
    return;
  }
  if (schema.enum && !schema.enum.includes(value)) {
    const options = schema.enum.map(String).join(', ');
    refuse('It is none of the options.', `One of: ${options}.`);
  }
  if (schema.const !== undefined && schema.const !== value) {
    refuse('It has another value.', `Only ${String(schema.const)}.`);
  }
  if (schema.not && matches(value, schema.not, run)) {
    refuse('It is of a form that is refused.');
  }
  if (typeof value === 'string') {
    checkText(value, schema, run, refuse);
  } else if (typeof value === 'number') {
    checkNumber(value, schema, refuse);
  } else if (Array.isArray(value)) {
    checkItems(value, schema, field, run, refuse);
  } else if (type === 'object') {
    checkFields(value as Record<string, unknown>, schema, field, run, refuse);
  }
}

type Refuse = (problem: string, allowed?: string) => void;

function checkText(
  value: string,
  schema: JsonSchema,
  run: Run,
  refuse: Refuse,
): void {
  if (schema.minLength !== undefined && value.length < schema.minLength) {
    refuse('It is too short.', `At least ${schema.minLength} characters.`);
  } else if (
    schema.maxLength !== undefined &&
    [...value.slice(0, schema.maxLength * 2 + 2)].length > schema.maxLength
  ) {
    refuse('It is too long.', `At most ${schema.maxLength} characters.`);
  } else if (
    schema.pattern !== undefined &&
    !patternOf(schema.pattern, run).test(value)
  ) {
    refuse('It does not have the form that is wanted.');
  }
}

function checkNumber(value: number, schema: JsonSchema, refuse: Refuse): void {
  if (schema.minimum !== undefined && value < schema.minimum) {
    refuse('It is too small.', `At least ${schema.minimum}.`);
  }
  if (schema.maximum !== undefined && value > schema.maximum) {
    refuse('It is too large.', `At most ${schema.maximum}.`);
  }
}

function checkItems(
  value: unknown[],
  schema: JsonSchema,
  field: string,
  run: Run,
  refuse: Refuse,
): void {
  if (schema.minItems !== undefined && value.length < schema.minItems) {
    refuse('There are too few.', `At least ${schema.minItems}.`);
  }
  if (schema.maxItems !== undefined && value.length > schema.maxItems) {
    refuse('There are too many.', `At most ${schema.maxItems}.`);
    return;
  }
  if (
    schema.uniqueItems &&
    new Set(value.map(item => JSON.stringify(item))).size < value.length
  ) {
    refuse('The same stands there twice.', 'Each once.');
  }
  if (schema.items) {
    const { items } = schema;
    value.forEach((item, index) =>
      check(item, items, `${field}[${index}]`, run),
    );
  }
}

function checkFields(
  value: Record<string, unknown>,
  schema: JsonSchema,
  field: string,
  run: Run,
  refuse: Refuse,
): void {
  const at = (key: string) => (field === '' ? key : `${field}.${key}`);
  const names = Object.keys(value);
  if (
    schema.maxProperties !== undefined &&
    names.length > schema.maxProperties
  ) {
    refuse('It has too many fields.', `At most ${schema.maxProperties}.`);
    return;
  }
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) {
      const property = schema.properties?.[name];
      run.refusals.push({
        field: at(name),
        problem: 'It is missing.',
        allowed:
          (property && resolve(property, run.root).description) ??
          property?.description ??
          'A value.',
      });
    }
  }
  for (const name of names) {
    const shown = at(printable(name));
    if (schema.propertyNames && !matches(name, schema.propertyNames, run)) {
      run.refusals.push({
        field: shown,
        problem: 'A field cannot be called so.',
        allowed: schema.propertyNames.description ?? 'A plain name.',
      });
      continue;
    }
    checkField(name, value[name], schema, shown, run);
  }
}

function checkField(
  name: string,
  value: unknown,
  schema: JsonSchema,
  field: string,
  run: Run,
): void {
  const own =
    schema.properties && Object.hasOwn(schema.properties, name)
      ? [schema.properties[name]]
      : [];
  const byPattern = Object.entries(schema.patternProperties ?? {})
    .filter(([pattern]) => patternOf(pattern, run).test(name))
    .map(([, inner]) => inner);
  const applicable = [...own, ...byPattern];
  applicable.forEach(inner => check(value, inner, field, run));
  if (applicable.length > 0 || schema.additionalProperties === undefined) {
    return;
  }
  if (schema.additionalProperties === false) {
    run.refusals.push({
      field,
      problem: 'There is no such field.',
      allowed: `Fields: ${Object.keys(schema.properties ?? {}).join(', ')}.`,
    });
  } else if (schema.additionalProperties !== true) {
    check(value, schema.additionalProperties, field, run);
  }
}

function matches(value: unknown, schema: JsonSchema, run: Run): boolean {
  const refusals: Refusal[] = [];
  check(value, schema, '', { ...run, refusals });
  return refusals.length === 0;
}

function isOfType(
  value: unknown,
  type: string | undefined,
  wanted: JsonSchema['type'],
): boolean {
  return [wanted]
    .flat()
    .some(
      one =>
        one === type ||
        (one === 'integer' && type === 'number' && Number.isInteger(value)),
    );
}

function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = /^#\/definitions\/(.+)$/.exec(schema.$ref ?? '')?.[1];
  return name === undefined ? schema : root.definitions?.[name] ?? schema;
}

function patternOf(pattern: string, run: Run): RegExp {
  const known = run.patterns.get(pattern);
  if (known) {
    return known;
  }
  const made = new RegExp(pattern, 'u');
  run.patterns.set(pattern, made);
  return made;
}

/** A name as it may stand in a message: it may have been made to mislead. */
export function printable(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '?');
  return plain.length > 80 ? `${plain.slice(0, 77)}...` : plain;
}
