import { Row } from '../assess/row';

/** One array, and nothing else. */
export function json(rows: readonly Row[]): string {
  return `${JSON.stringify(
    rows.map(({ line: _line, ...row }) => row),
    null,
    2,
  )}\n`;
}
