import {
  healthRank,
  HealthStatus,
  HEALTH_STATUSES,
} from '@socle/backstage-plugin-socle-common';
import { Row, titleOf } from '../assess/row';

const MARKS: Record<HealthStatus, { mark: string; colour: number }> = {
  failed: { mark: '✖', colour: 31 },
  degraded: { mark: '▲', colour: 33 },
  unknown: { mark: '?', colour: 35 },
  progressing: { mark: '◌', colour: 36 },
  healthy: { mark: '✔', colour: 32 },
};

/** Wider titles push their own line only. */
const WIDEST_TITLE = 60;

/** What is found, for a person: grouped by file, worst first, and a count at the end. */
export function table(rows: readonly Row[], colour: boolean): string {
  const paint = (code: number, text: string) =>
    colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  const lines: string[] = [];
  for (const [file, inFile] of groupByFile(rows)) {
    lines.push(paint(1, file));
    const sorted = [...inFile].sort(
      (a, b) => healthRank(a.health.status) - healthRank(b.health.status),
    );
    const titles = sorted.map(row => printable(titleOf(row.ref)));
    const width = Math.min(
      WIDEST_TITLE,
      Math.max(...titles.map(title => title.length)),
    );
    sorted.forEach((row, index) => {
      const { status, reason, message, flags, warnings } = row.health;
      const paused = flags?.includes('suspended');
      const { mark, colour: code } = paused
        ? { mark: '‖', colour: 90 }
        : MARKS[status];
      const state = paint(
        code,
        `${mark} ${(paused ? 'paused' : status).padEnd(11)}`,
      );
      lines.push(
        `  ${state} ${titles[index].padEnd(width)}  ${reason}: ${printable(
          message,
        )}`,
      );
      for (const warning of warnings ?? []) {
        lines.push(
          `    ${' '.repeat(11)} ${' '.repeat(width)}  ${paint(
            33,
            '!',
          )} ${printable(warning)}`,
        );
      }
    });
    lines.push('');
  }
  lines.push(countsOf(rows));
  return `${lines.join('\n')}\n`;
}

function groupByFile(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.file);
    if (group) group.push(row);
    else groups.set(row.file, [row]);
  }
  return groups;
}

/** `3 objects: 1 failed, 2 healthy`. */
export function countsOf(rows: readonly Row[]): string {
  const parts = HEALTH_STATUSES.map(status => ({
    status,
    count: rows.filter(row => row.health.status === status).length,
  })).filter(part => part.count > 0);
  const objects = rows.length === 1 ? '1 object' : `${rows.length} objects`;
  const told = parts.map(part => `${part.count} ${part.status}`).join(', ');
  return told ? `${objects}: ${told}` : objects;
}

/** Names and messages come from outside: nothing in them may move the cursor. */
function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
