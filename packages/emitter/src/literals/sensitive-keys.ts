/** Letters of a word in any case, for patterns of JSON Schema, which know no flag for it. */
function anyCase(word: string): string {
  return word.replace(/[a-z]/g, letter => `[${letter.toUpperCase()}${letter}]`);
}

const SEPARATOR = '[_. -]?';
const words = (...list: string[]) =>
  list.map(word => anyCase(word).replace(/ /g, SEPARATOR)).join('|');

const KEY_OF = words(
  'api',
  'access',
  'secret',
  'private',
  'encryption',
  'encrypt',
  'signing',
  'signature',
  'master',
  'session',
  'auth',
  'shared',
  'admin',
  'root',
  'jwt',
  'hmac',
  'aes',
  'storage',
  'account',
  'license',
  'client',
  'ssh',
  'tls',
  'cookie',
  'csrf',
  'app',
  'application',
  'service role',
  'anon',
  'webhook',
  'deploy',
  'fernet',
);

/** Ends of names under which people keep secrets, wherever they stand in the name. */
const ENDS = [
  words(
    'password',
    'passwd',
    'passphrase',
    'passwort',
    'mot de passe',
    'secret',
    'token',
    'credential',
    'credentials',
    'connection string',
    'connection url',
    'connection uri',
    'database url',
    'database uri',
    'db url',
    'redis url',
    'mongo url',
    'amqp url',
    'webhook url',
    'htpasswd',
    'key base',
    'private pem',
  ),
  `(?:${KEY_OF})${SEPARATOR}${anyCase('key')}`,
].join('|');

/** Short ones count only as a word of their own: `bypass` and `compat` are none. */
const SHORT = ['pass', 'pwd', 'pat', 'dsn', 'creds', 'jwt', 'salt', 'psk'];
const ALONE = [
  `(?:^|[_. -])(?:${words(...SHORT)})`,
  `[a-z0-9](?:${SHORT.map(
    word => `${word[0].toUpperCase()}${word.slice(1)}`,
  ).join('|')})`,
].join('|');

/** Names that only say which Secret, or which key of it, holds the value. */
const REFERENCE = words('existing', 'pull secret', 'from secret', 'public');

/** Pattern of JSON Schema for a key whose value must not stand in Git. */
export const SENSITIVE_KEY_PATTERN = `^(?!.*(?:${REFERENCE})).*(?:${ENDS}|${ALONE})$`;

const SENSITIVE_KEY = new RegExp(SENSITIVE_KEY_PATTERN, 'u');

/** Whether a key is named like one of a secret value. */
export function isSensitiveKey(key: string): boolean {
  return key.length <= 200 && SENSITIVE_KEY.test(key);
}

const CONTAINER = new RegExp(
  `^(?:${words(
    'passwords',
    'secrets',
    'tokens',
    'credentials',
    'creds',
    'api keys',
    'string data',
    'secret data',
  )})$`,
  'u',
);

/** Whether a map goes by a name that makes every text in it suspect. */
export function isSensitiveMap(key: string): boolean {
  return key.length <= 200 && CONTAINER.test(key);
}

/** Pattern of JSON Schema for what a sensitive key may say: nothing, or where the value comes from. */
export const NO_LITERAL_PATTERN =
  '^(?:$|\\$\\{[A-Za-z0-9_.:-]+\\}$|\\$\\([A-Za-z_][A-Za-z0-9_]*\\)$|\\$__file\\{[^}]*\\}$|\\{\\{.*\\}\\}$|<[A-Za-z0-9_-]+>$|vault:|ref\\+|env:|file:|/(?:[A-Za-z0-9_.-]+/)+[A-Za-z0-9_.-]+$)';

const NO_LITERAL = new RegExp(NO_LITERAL_PATTERN, 'u');

/** Whether a text only says where a value comes from. */
export function isReference(text: string): boolean {
  return NO_LITERAL.test(text.trim());
}
