import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  parseAllDocuments,
} from 'yaml';
import { Path } from '../../literals/find-literals';

/**
 * The line of a place in a document of a file: of its key, or of as much of the way there as exists. Files are read for
 * it only once something was found in them, since this takes ten times as long as reading them.
 */
export function lineOf(text: string, index: number, path: Path): number {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  const document = Array.isArray(documents) ? documents[index] : undefined;
  let at: unknown = document?.contents;
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
