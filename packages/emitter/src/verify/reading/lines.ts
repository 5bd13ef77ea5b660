import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseAllDocuments,
} from 'yaml';
import { Path } from '../../literals/find-literals';

/** Finds places in the documents of a file. */
export interface Locator {
  /** The line of a key, or of as much of the way there as exists. */
  line(index: number, path: Path): number;
  /** Whether a text stands there without quotes. */
  isPlain(index: number, path: Path): boolean;
}

/**
 * The locator of a file. A file is only read for it once something was found in it, since this takes ten times as long
 * as reading it for what it says.
 */
export function locatorOf(text: string): Locator {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const find = (index: number, path: Path) => {
    let at: unknown = Array.isArray(parsed) ? parsed[index]?.contents : null;
    let offset = (at as Node | null | undefined)?.range?.[0] ?? 0;
    for (const key of path) {
      const step = stepTo(at, key);
      if (!step) {
        return { at: undefined, offset };
      }
      at = step.value;
      offset = step.offset ?? offset;
    }
    return { at, offset };
  };
  return {
    line: (index, path) => lines.linePos(find(index, path).offset).line || 1,
    isPlain: (index, path) => {
      const { at } = find(index, path);
      return isScalar(at) && at.type === 'PLAIN';
    },
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
