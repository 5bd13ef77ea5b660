/** Markdown without what is quoted: code blocks and inline code hold no links and no headings. */
export function withoutCode(text: string): string {
  return withoutBlocks(text).replace(/(`+)[^`]([\s\S]*?[^`])?\1(?!`)/g, '');
}

function withoutBlocks(text: string): string {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const mark = /^\s*(?:[-*]\s+|\d+\.\s+|>\s*)*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      fence = mark;
      kept.push(mark ? '' : line);
    } else {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      kept.push('');
    }
  }
  return kept.join('\n');
}

/** Targets of links and images, as they are written. */
export function linkTargets(text: string): string[] {
  const prose = withoutCode(text);
  const inline = prose.matchAll(
    /\]\(\s*(?:<([^>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+["'][^\n]*?["'])?\s*\)/g,
  );
  const defined = prose.matchAll(/^\s{0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)>?/gm);
  const html = prose.matchAll(/<(?:a|img)\s[^>]*?(?:href|src)="([^"]*)"/g);
  return [
    ...[...inline].map(match => match[1] ?? match[2]),
    ...[...defined, ...html].map(match => match[1]),
  ];
}

/** What a link's fragment may name: headings, as GitHub writes them, and ids given by hand. */
export function anchors(text: string): Set<string> {
  const seen = new Map<string, number>();
  const found = new Set<string>();
  const prose = withoutBlocks(text);
  for (const [, heading] of prose.matchAll(/^ {0,3}#{1,6}\s+(.+?)\s*#*$/gm)) {
    const slug = slugOf(heading);
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    found.add(count === 0 ? slug : `${slug}-${count}`);
  }
  for (const [, id] of prose.matchAll(/<a\s[^>]*?(?:id|name)="([^"]+)"/g)) {
    found.add(id);
  }
  return found;
}

function slugOf(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
