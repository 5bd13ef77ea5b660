import { JsonObject } from '@backstage/types';
import { parseDocument } from 'yaml';

/** What typed text says as values of a chart, or what is wrong with it. */
export function readValues(text: string): {
  values?: JsonObject;
  problem?: string;
} {
  if (text.trim() === '') {
    return {};
  }
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    const line = text.slice(0, error.pos[0]).split('\n').length;
    return { problem: `${line}: ${error.code}` };
  }
  try {
    // References that grow without bound are refused here.
    const values: unknown = document.toJS({ maxAliasCount: 50 });
    if (values === null) {
      return {};
    }
    return typeof values === 'object' && !Array.isArray(values)
      ? { values: values as JsonObject }
      : { problem: '1: NOT_A_MAP' };
  } catch {
    return { problem: '1: BAD_ALIAS' };
  }
}
