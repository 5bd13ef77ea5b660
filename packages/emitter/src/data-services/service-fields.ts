import { JsonSchema } from '../input/json-schema';

/** Five fields of a schedule: minute, hour, day, month, weekday. */
export const schedule: JsonSchema = {
  type: 'string',
  title: 'Schedule',
  description:
    'Five fields of digits, * / , and -: minute, hour, day, month, weekday, such as 15 2 * * *.',
  pattern: '^(?:[0-9*][0-9*/,-]{0,20} ){4}[0-9*][0-9*/,-]{0,20}$',
  maxLength: 80,
};

/** For how long something is kept. */
export const days: JsonSchema = {
  type: 'integer',
  description: 'A number of days: 1 to 3650.',
  minimum: 1,
  maximum: 3650,
};

/** How many of something, within bounds. */
export const count = (
  title: string,
  minimum: number,
  maximum: number,
): JsonSchema => ({
  type: 'integer',
  title,
  description: `A number: ${minimum} to ${maximum}.`,
  minimum,
  maximum,
});

/** Name of a bucket of an object store. */
export const bucketName: JsonSchema = {
  type: 'string',
  title: 'Bucket',
  description:
    'Lower-case letters, digits and single hyphens, 3 to 63 characters.',
  pattern: '^[a-z0-9](?:[a-z0-9]|-(?!-))*[a-z0-9]$',
  minLength: 3,
  maxLength: 63,
};

/** What a choice of words is checked by. */
export const oneOf = (title: string, ...words: string[]): JsonSchema => ({
  type: 'string',
  title,
  enum: words,
});

/** `<app>-<name>`, as all objects of an app are called. */
export function serviceName(app: string, name: string): string {
  return `${app}-${name}`;
}
