/**
 * Texts that give themselves away as secrets, whatever key they stand under. A name of Kubernetes has small letters
 * only: what could be one is none of them.
 */
const SHAPES: ReadonlyArray<readonly [RegExp, string]> = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b/, 'a token of GitHub'],
  [/\bgithub_pat_[A-Za-z0-9_]{22,}/, 'a token of GitHub'],
  [/(?<![\w-])glpat-(?=[\w-]*[A-Z_])[\w-]{20,}/, 'a token of GitLab'],
  [/(?<![\w-])hv[sbr]\.(?=[\w-]*[A-Z0-9_])[\w-]{20,}/, 'a token of Vault'],
  [/(?<![\w-])xox[abprs]-[0-9]{8,}-[A-Za-z0-9-]{10,}/, 'a token of Slack'],
  [/(?<![\w-])sk-(?=[\w-]*[A-Z])(?=[\w-]*[0-9])[\w-]{20,}/, 'an API key'],
  [/\bAIza[0-9A-Za-z_-]{35}\b/, 'an API key of Google'],
  [
    /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}/,
    'a JSON Web Token',
  ],
  [
    /\b[a-zA-Z][a-zA-Z0-9+.-]{1,20}:\/\/[^\s/:@$<{]{1,100}:[^\s/@$<{]{1,200}@/,
    'an address with a password in it',
  ],
];

/** What kind of secret a text looks like; undefined where it looks like none. */
export function secretShape(text: string): string | undefined {
  return SHAPES.find(([pattern]) => pattern.test(text))?.[1];
}

/** The same as one pattern of JSON Schema. */
export const SECRET_SHAPE_PATTERN = SHAPES.map(
  ([pattern]) => `(?:${pattern.source})`,
).join('|');
