/**
 * The next page of a list, as the header `Link` names it (RFC 8288). Only path and query are taken, below those of the
 * configured address: who stands behind a proxy often names itself by another one.
 */
export function nextLink(
  header: string | string[] | undefined,
  url: string | undefined,
): { next?: string } {
  const base = new URL(url ?? 'http://cluster');
  const prefix = base.pathname.replace(/\/+$/, '');
  for (const [, target, parameters] of [header ?? []]
    .flat()
    .join(', ')
    .slice(0, 8_192)
    .matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (
      !/;\s*rel\s*=\s*("(?:[^"]*\s)?next(?:\s[^"]*)?"|next\b)/i.test(parameters)
    ) {
      continue;
    }
    if (URL.canParse(target, base)) {
      const { pathname, search } = new URL(target, base);
      const within = prefix !== '' && pathname.startsWith(`${prefix}/`);
      return {
        next: (within ? pathname.slice(prefix.length) : pathname) + search,
      };
    }
  }
  return {};
}
