import { isObject, RawObject } from '@socle/backstage-plugin-socle-model';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const SECRET_NAME =
  /pass(word|wd)?|secret|token|api[-_]?key|private[-_]?key|credential|dsn|connection[-_]?string/i;
const HIDDEN = '«hidden»';

/**
 * An object for showing: without values of Secrets, without the copy of itself that kubectl leaves in an annotation,
 * without managedFields, and without literal values of environment variables and arguments that are named like
 * a secret. URLs lose their user and password.
 */
export function redact(raw: RawObject): RawObject {
  const copy = structuredClone(raw);
  const metadata = isObject(copy.metadata) ? copy.metadata : {};
  delete metadata.managedFields;
  if (isObject(metadata.annotations)) {
    delete metadata.annotations[LAST_APPLIED];
  }
  if (copy.kind === 'Secret') {
    for (const field of ['data', 'stringData']) {
      const values = copy[field];
      if (isObject(values)) {
        copy[field] = Object.fromEntries(
          Object.keys(values).map(key => [key, HIDDEN]),
        );
      }
    }
    delete metadata.annotations;
  }
  return hide(copy) as RawObject;
}

function hide(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(
      /([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi,
      `$1${HIDDEN}@`,
    );
  }
  if (Array.isArray(value)) {
    return value.map(hide);
  }
  if (!isObject(value)) {
    return value;
  }
  const named =
    typeof value.name === 'string' &&
    typeof value.value === 'string' &&
    SECRET_NAME.test(value.name);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const secret =
        (named && key === 'value') ||
        (typeof inner === 'string' &&
          SECRET_NAME.test(key) &&
          !/name|ref|key$/i.test(key));
      return [key, secret ? HIDDEN : hide(inner)];
    }),
  );
}
