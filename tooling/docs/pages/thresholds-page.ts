import { code, markdownTable, plain } from './markdown-table';

const INTRODUCTION = `# Thresholds

Every number that a rule uses, under \`socle.thresholds\`. The unit is in the name; percentages are 0 to 100. An unknown
name or a value that is no number stops the backend with a sentence that says what there is. Made from the model by
\`npm run docs\`.

\`\`\`yaml
socle:
  thresholds:
    claimPendingMinutes: 10
\`\`\`
`;

/** docs/guide/thresholds.md */
export function thresholdsPage(
  thresholds: Record<string, number>,
  comments: Map<string, string>,
): string {
  return [
    INTRODUCTION,
    markdownTable(
      ['Name', 'Default', 'Meaning'],
      Object.entries(thresholds).map(([name, value]) => [
        code(name),
        String(value),
        plain(comments.get(name) ?? ''),
      ]),
    ),
    '',
  ].join('\n\n');
}

/** The comment above each name in the source, joined to one line. */
export function commentsOf(source: string): Map<string, string> {
  const comments = new Map<string, string>();
  const pattern = /\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*(\w+):/g;
  for (const [, comment, name] of source.matchAll(pattern)) {
    const text = comment.replace(/\s*\n\s*\*?\s*/g, ' ').trim();
    comments.set(name, text);
  }
  return comments;
}
