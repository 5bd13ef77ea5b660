/** What one step emitted, as its output says. */
export interface ListedEmission {
  files: Array<{ path: string; why: string }>;
  order: string[];
}

/** Text of a pull request: each file and why it is there, and what happens when. */
export function bodyOf({
  description,
  emissions,
  by,
  template,
  branch,
}: {
  description?: string;
  emissions: readonly ListedEmission[];
  by?: string;
  template?: string;
  branch: string;
}): string {
  const files = new Map(
    emissions.flatMap(one => one.files).map(({ path, why }) => [path, why]),
  );
  const order = [...new Set(emissions.flatMap(one => one.order))];
  const origin = [
    template && `with the template \`${code(template)}\``,
    by && `by \`${code(by)}\``,
  ].filter(Boolean);
  return [
    ...(description ? [text(description), ''] : []),
    '### Files',
    '',
    '| file | why |',
    '| --- | --- |',
    ...[...files].map(
      ([path, why]) => `| \`${cell(code(path))}\` | ${cell(text(why))} |`,
    ),
    ...(order.length > 0
      ? [
          '',
          '### What happens, in this order',
          '',
          ...order.map((step, index) => `${index + 1}. ${text(step)}`),
        ]
      : []),
    '',
    '### To take it back',
    '',
    'Before the merge, close this pull request. After it, revert it: Argo CD then follows.',
    '',
    '---',
    `Proposed ${
      origin.length > 0 ? `${origin.join(' ')} ` : ''
    }in Socle. The same answers again change nothing; other answers update this pull request, as long as nobody else has written to \`${code(
      branch,
    )}\`. No value of a secret is in it.`,
  ].join('\n');
}

/** Plain text: no markup, and nobody is mentioned. */
function text(value: string): string {
  return value
    .replace(/[\r\n]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/@/g, '&#64;')
    .replace(/([\\`*_[\]~#!])/g, '\\$1');
}

function cell(value: string): string {
  return value.replace(/\|/g, '\\|');
}

function code(value: string): string {
  return value.replace(/[`\r\n]/g, ' ');
}
