import { secretShape } from './secret-shapes';
import { isReference, isSensitiveKey, isSensitiveMap } from './sensitive-keys';

/** A place in a document. */
export type Path = ReadonlyArray<string | number>;

/** A secret value that stands in a document. The value itself is not kept. */
export interface LiteralSecret {
  path: Path;
  what: string;
}

/** Words that stand beside a `key` that only names something. */
const NAMING_SIBLINGS = [
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
];

/** What may stand in a map of secrets without being one. */
const NAMING_KEY =
  /^(name|namespace|type|source|enabled|create|existing.*|secretName|.*Ref|.*Name|.*Path|key|keys|annotations|labels|mountPath|engine|provider)$/i;

/**
 * The secret values in plain data: by the name of their key, by the name of an environment variable, by the lines of
 * an embedded file, or by their own looks. `names` are Secrets that are known: to name one is no secret.
 */
export function findLiterals(
  value: unknown,
  names: ReadonlySet<string> = new Set(),
  { bareKeys = true }: { bareKeys?: boolean } = {},
): LiteralSecret[] {
  const found: LiteralSecret[] = [];
  const seen = new Set<object>();
  const visit = (
    at: unknown,
    path: Path,
    key: string | undefined,
    parent: Record<string, unknown> | undefined,
    inMap: boolean,
  ): void => {
    if (typeof at === 'string' || typeof at === 'number') {
      const what =
        key === 'key' && !bareKeys
          ? undefined
          : literalAt(at, key, parent, inMap, names);
      if (what) {
        found.push({ path, what });
      }
      return;
    }
    if (typeof at !== 'object' || at === null || seen.has(at)) {
      return;
    }
    seen.add(at);
    if (Array.isArray(at)) {
      at.forEach((item, index) =>
        visit(item, [...path, index], key, {}, inMap),
      );
      return;
    }
    const map = at as Record<string, unknown>;
    for (const [name, inner] of Object.entries(map)) {
      visit(
        inner,
        [...path, name],
        name,
        map,
        key ? isSensitiveMap(key) : false,
      );
    }
  };
  visit(value, [], undefined, undefined, false);
  return found;
}

function literalAt(
  value: string | number,
  key: string | undefined,
  parent: Record<string, unknown> | undefined,
  inMap: boolean,
  names: ReadonlySet<string>,
): string | undefined {
  const text = String(value);
  if (text.trim() === '' || isReference(text) || names.has(text)) {
    return undefined;
  }
  const shape = typeof value === 'string' ? secretShape(text) : undefined;
  if (shape) {
    return `This looks like ${shape}.`;
  }
  if (key !== undefined && suspect(key, value, parent, inMap)) {
    return `A value stands under "${key.slice(0, 60)}".`;
  }
  return typeof value === 'string' ? literalInText(text) : undefined;
}

function suspect(
  key: string,
  value: string | number,
  parent: Record<string, unknown> | undefined,
  inMap: boolean,
): boolean {
  if (key === 'value' && typeof parent?.name === 'string') {
    return isSensitiveKey(parent.name);
  }
  if (key === 'key') {
    return (
      parent !== undefined &&
      !NAMING_SIBLINGS.some(name => Object.hasOwn(parent, name)) &&
      typeof value === 'string' &&
      value.length >= 8 &&
      // A place in a store of secrets, and not what lies there.
      !/^[a-z0-9._-]+(?:\/[a-z0-9._-]+)+$/.test(value)
    );
  }
  if (/^(from|to)?connectionSecretKey$/i.test(key)) {
    return false;
  }
  if (key === 'secretKey' && parent && Object.hasOwn(parent, 'remoteRef')) {
    return false;
  }
  if (inMap) {
    return typeof value === 'string' && !NAMING_KEY.test(key);
  }
  return (
    parent !== undefined && isSensitiveKey(key) && !isOpenAddress(key, value)
  );
}

/** An address without a user in it; that of a webhook is a secret all the same. */
function isOpenAddress(key: string, value: string | number): boolean {
  return (
    /ur[li]$/i.test(key) &&
    !/webhook/i.test(key) &&
    /^(?:jdbc:)?[a-z][a-z0-9+.-]*:\/\/[^@\s]+$/i.test(String(value)) &&
    !/[?&;](?:password|pwd|token|secret)=/i.test(String(value))
  );
}

const ARGUMENT = /^--?([A-Za-z][A-Za-z0-9_.-]{1,60})=(.+)$/;
const LINE =
  /^[ \t]*(?:export[ \t]+|- +)?["']?([A-Za-z][A-Za-z0-9_.-]{1,60})["']?[ \t]*[:=][ \t]*(\S.*)$/;

/** A secret in the middle of a text: an argument, or a line of an embedded file. */
function literalInText(text: string): string | undefined {
  const argument = ARGUMENT.exec(text);
  if (argument) {
    return says(argument[1], argument[2]);
  }
  if (!text.includes('\n') && !/^[A-Z][A-Z0-9_]+=/.test(text)) {
    return undefined;
  }
  for (const line of text.split('\n')) {
    const match = line.length < 4000 ? LINE.exec(line) : null;
    const what = match && says(match[1], match[2]);
    if (what) {
      return what;
    }
  }
  return undefined;
}

function says(key: string, raw: string): string | undefined {
  const value = raw.trim().replace(/^["']|["',]+$/g, '');
  const plain =
    value !== '' &&
    !/^(true|false|null|~|\||>|[|>][-+]|\{\}|\[\])$/.test(value) &&
    !isReference(value) &&
    !/[{<$]/.test(value[0]) &&
    !value.startsWith('/');
  return plain && isSensitiveKey(key) && !isOpenAddress(key, value)
    ? `A value stands under "${key}".`
    : undefined;
}
