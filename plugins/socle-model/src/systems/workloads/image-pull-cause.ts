/** What a runtime says when it cannot pull an image, and what that means; the first that fits. */
const CAUSES: ReadonlyArray<[RegExp, string]> = [
  [
    /no match for platform|no matching manifest|exec format/i,
    'the image is not made for the processor of the node',
  ],
  [
    /toomanyrequests|too many requests|rate limit|\b429\b/i,
    'the registry allows no more pulls for now',
  ],
  [/x509|certificate/i, 'the certificate of the registry is not trusted'],
  [
    /unauthorized|authentication required|authorization failed|denied|forbidden|\b40[13]\b/i,
    'the registry refuses access: a pull secret is missing or wrong, or the repository does not exist',
  ],
  [
    /no such host|connection refused|i\/o timeout|deadline exceeded|network is unreachable|no route to host|server misbehaving|TLS handshake timeout|\bEOF\b/i,
    'the registry is not reached',
  ],
  [/no space left/i, 'the disk of the node is full'],
  [
    /manifest unknown|name unknown|not found|\b404\b/i,
    'the registry does not have this image or tag',
  ],
  [/\b50[0-4]\b|server error|bad gateway/i, 'the registry has an error'],
  [/signature|policy/i, 'the signature of the image is not accepted'],
];

/** Undefined where the message does not say more than that the pull failed. */
export function imagePullCause(
  message: string | undefined,
): string | undefined {
  // Names of images must not be taken for words.
  const words = message?.replace(/"[^"]*"/g, '').replace(/\S+\/\S+:\S+/g, '');
  return words === undefined
    ? undefined
    : CAUSES.find(([pattern]) => pattern.test(words))?.[1];
}
