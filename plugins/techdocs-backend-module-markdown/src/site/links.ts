import path from 'node:path';
import { LinkResolver } from '../markdown/sanitize';
import { addressOf, relativeUrl } from './page-address';

/** What a link may lead to. */
export interface LinkTargets {
  /** Address of each page, by its file. */
  pages: ReadonlyMap<string, string>;
  /** Files that are published as they are. */
  assets: ReadonlySet<string>;
}

const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/|#|\?|$)/i;

/** Links between sources, as the author wrote them, become links between built pages. */
export function linksOf(
  file: string,
  targets: LinkTargets,
  warn: (message: string) => void,
): LinkResolver {
  const from = targets.pages.get(file) ?? addressOf(file);
  const addresses = new Set(targets.pages.values());

  const find = (target: string): string | undefined => {
    const bySource = below(path.posix.dirname(file), target);
    if (bySource !== undefined) {
      const address =
        targets.pages.get(bySource) ??
        ['index.md', 'README.md']
          .map(name => targets.pages.get(path.posix.join(bySource, name)))
          .find(found => found !== undefined);
      if (address !== undefined) {
        return address;
      }
      if (targets.assets.has(bySource)) {
        return bySource;
      }
    }
    // Some write the address that the page will have.
    const built = below(from || '.', target);
    const asFolder = built === '.' ? '' : `${built}/`;
    return built !== undefined && addresses.has(asFolder)
      ? asFolder
      : undefined;
  };

  const resolve = (href: string): string | undefined => {
    if (ELSEWHERE.test(href)) {
      return href;
    }
    const [, encoded = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
    const target = decoded(encoded).replace(/\\/g, '/');
    const found = find(target);
    if (found !== undefined) {
      return `${relativeUrl(from, found)}${rest}`;
    }
    const inside =
      below(path.posix.dirname(file), target) !== undefined ||
      below(from || '.', target) !== undefined;
    warn(
      inside
        ? `${file}: there is no ${href}`
        : `${file}: ${href} is outside the documentation`,
    );
    return inside ? href : undefined;
  };

  return { link: resolve, image: resolve };
}

/** A path below the documentation; undefined where it leads out of it. */
function below(folder: string, target: string): string | undefined {
  const joined = path.posix.join(folder, target).replace(/(?<=.)\/$/, '');
  return joined === '..' || joined.startsWith('../') ? undefined : joined;
}

function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
