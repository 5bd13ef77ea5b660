import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseAllDocuments,
} from 'yaml';
import { Path } from '../../literals/find-literals';

/** Finds the line of a place in a document of a file. */
export type Locator = (index: number, path: Path) => number;

/**
 * The locator of a file: gives the line of a key, or of as much of the way there as exists. A file is only read for it
 * once something was found in it, since this takes ten times as long as reading it for what it says.
 */
export function locatorOf(text: string): Locator {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return (index, path) => {
    let at: unknown = Array.isArray(parsed) ? parsed[index]?.contents : null;
    let offset = (at as Node | null | undefined)?.range?.[0] ?? 0;
    for (const key of path) {
      const step = stepTo(at, key);
      if (!step) {
        break;
      }
      at = step.value;
      offset = step.offset ?? offset;
    }
    return lines.linePos(offset).line || 1;
  };
}

function stepTo(
  at: unknown,
  key: string | number,
): { value: unknown; offset?: number } | undefined {
  if (isMap(at)) {
    const pair = at.items.find(
      one => isScalar(one.key) && String(one.key.value) === String(key),
    );
    return (
      pair && {
        value: pair.value,
        offset: isScalar(pair.key) ? pair.key.range?.[0] : undefined,
      }
    );
  }
  if (isSeq(at) && typeof key === 'number' && key < at.items.length) {
    const item = at.items[key] as Node | undefined;
    return { value: item, offset: item?.range?.[0] };
  }
  return undefined;
}
