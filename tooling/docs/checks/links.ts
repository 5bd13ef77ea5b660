import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '.';
import { anchors, linkTargets } from './markdown';

/** Relative links and fragments that lead nowhere. Links to other sites are not followed. */
export function deadLinks(root: string, files: string[]): Problem[] {
  const known = new Map<string, Set<string>>();
  const anchorsOf = (file: string) => {
    const there = known.get(file) ?? anchors(readFileSync(file, 'utf8'));
    known.set(file, there);
    return there;
  };
  return files.flatMap(file => {
    const text = readFileSync(path.join(root, file), 'utf8');
    return linkTargets(text)
      .filter(isRelative)
      .map(target => wrongWith(root, file, target, anchorsOf))
      .filter((message): message is string => message !== undefined)
      .map(message => ({ file, message }));
  });
}

function isRelative(target: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target);
}

function wrongWith(
  root: string,
  from: string,
  target: string,
  anchorsOf: (file: string) => Set<string>,
): string | undefined {
  const [address, fragment] = target.split('#', 2);
  const to = address
    ? path.join(root, path.dirname(from), decoded(address))
    : path.join(root, from);
  if (address.startsWith('/') || path.relative(root, to).startsWith('..')) {
    return `the link ${target} leaves the project`;
  }
  if (!existsSync(to)) {
    return `the link ${target} leads nowhere`;
  }
  const leavesDocs = from.startsWith('docs/') && !isBelow(root, 'docs', to);
  if (leavesDocs) {
    return `the link ${target} leaves docs/, which TechDocs publishes alone`;
  }
  const checkable = fragment && to.endsWith('.md') && statSync(to).isFile();
  return checkable && !anchorsOf(to).has(decoded(fragment))
    ? `the link ${target} names a heading that is not there`
    : undefined;
}

function isBelow(root: string, folder: string, file: string): boolean {
  return !path.relative(path.join(root, folder), file).startsWith('..');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
