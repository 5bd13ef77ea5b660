import {
  Chain,
  formatRef,
  ResourceItem,
} from '@socle/backstage-plugin-socle-common';

/** Rows of plain values as CSV (RFC 4180); a cell that a spreadsheet would take for a formula is defused. */
export function toCsv(
  rows: Array<{ [column: string]: unknown }>,
  columns: string[],
): string {
  const lines = [
    columns,
    ...rows.map(row => columns.map(column => row[column])),
  ];
  return `${lines.map(line => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  const text =
    typeof value === 'object' ? JSON.stringify(value) : String(value);
  const safe =
    typeof value === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(text)
      ? `'${text}`
      : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

export const RESOURCE_COLUMNS = [
  'cluster',
  'system',
  'area',
  'apiVersion',
  'kind',
  'namespace',
  'name',
  'health',
  'reason',
  'message',
  'since',
  'flags',
];

/** A resource as one line. */
export function resourceRow({ ref, system, area, health }: ResourceItem) {
  return {
    cluster: ref.cluster,
    system,
    area,
    apiVersion: ref.apiVersion,
    kind: ref.kind,
    namespace: ref.namespace,
    name: ref.name,
    health: health.status,
    reason: health.reason,
    message: health.message,
    since: health.since,
    flags: health.flags?.join(' '),
  };
}

/** A chain as a Mermaid flowchart. */
export function toMermaid(chain: Chain): string {
  const ids = new Map(chain.nodes.map((node, index) => [node.id, `n${index}`]));
  const label = (text: string) =>
    text.replace(/"/g, '#quot;').replace(/[\r\n]+/g, ' ');
  const lines = ['flowchart LR'];
  for (const node of chain.nodes) {
    const text = `${formatRef(node.ref)}<br/>${node.health.status}${
      node.health.reason ? `: ${node.health.reason}` : ''
    }`;
    lines.push(
      `  ${ids.get(node.id)}["${label(text)}"]:::${node.health.status}`,
    );
  }
  for (const { from, to, broken } of chain.edges) {
    lines.push(
      `  ${ids.get(from)} ${broken ? '-. broken .->' : '-->'} ${ids.get(to)}`,
    );
  }
  lines.push(
    '  classDef healthy stroke:#2e7d32',
    '  classDef progressing stroke:#1565c0',
    '  classDef degraded stroke:#ef6c00',
    '  classDef failed stroke:#c62828,stroke-width:3px',
    '  classDef unknown stroke:#757575,stroke-dasharray:4',
  );
  return `${lines.join('\n')}\n`;
}
