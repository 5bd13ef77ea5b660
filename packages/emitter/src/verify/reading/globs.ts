/**
 * A pattern of `directory.include` and `exclude` as Argo CD reads it: `*` crosses slashes, braces hold alternatives,
 * and a comma outside of them is a comma.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  let source = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === '*') {
      source += source.endsWith('.*') ? '' : '.*';
    } else if (character === '?') {
      source += '.';
    } else if (character === '{') {
      depth += 1;
      source += '(?:';
    } else if (character === '}' && depth > 0) {
      depth -= 1;
      source += ')';
    } else if (character === ',' && depth > 0) {
      source += '|';
    } else if (character === '[' && pattern.indexOf(']', at + 2) > 0) {
      const end = pattern.indexOf(']', at + 2);
      const inner = pattern.slice(at + 1, end);
      source += `[${inner.startsWith('!') ? '^' : ''}${inner
        .replace(/^!/, '')
        .replace(/[\\\]^[]/g, '\\$&')}]`;
      at = end;
    } else if (character === '\\' && at + 1 < pattern.length) {
      at += 1;
      source += escape(pattern[at]);
    } else {
      source += escape(character);
    }
  }
  source += ')'.repeat(depth);
  try {
    return new RegExp(`^${source}$`, 's').test(path);
  } catch {
    // Such as `[z-a]`, which Argo CD refuses as well.
    return false;
  }
}

function escape(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
