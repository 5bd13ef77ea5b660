/** A Markdown table; cells may hold any text. */
export function markdownTable(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|');
}

/** Text that Markdown must not read as markup: a `<name>` would vanish as an unknown tag. */
export function plain(text: string): string {
  return text.replace(/</g, '&lt;').replace(/([*_])/g, '\\$1');
}

/** Inline code. */
export function code(text: string): string {
  return `\`${text}\``;
}
