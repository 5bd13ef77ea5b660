/** Whether a path fits a pattern of Argo CD's, in which `*` goes over slashes too and `{a,b}` is a choice. */
export function fitsGlob(pattern: string, path: string): boolean {
  let source = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const letter = pattern[at];
    if (letter === '*') source += '.*';
    else if (letter === '?') source += '.';
    else if (letter === '{') {
      depth += 1;
      source += '(?:';
    } else if (letter === '}' && depth > 0) {
      depth -= 1;
      source += ')';
    } else if (letter === ',' && depth > 0) source += '|';
    else if (letter === '\\' && at + 1 < pattern.length) {
      at += 1;
      source += quoted(pattern[at]);
    } else source += quoted(letter);
  }
  source += ')'.repeat(depth);
  return new RegExp(`^${source}$`, 's').test(path);
}

function quoted(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
}
