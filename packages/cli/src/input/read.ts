import { readFile } from 'node:fs/promises';
import { parseJson } from '@socle/backstage-plugin-socle-model';
import { decode } from './decode';
import { entriesOf, Entry, Named } from './entries';
import { messageOf, Unread } from './find-files';
import { parseYaml } from './parse';
import { splitDocuments } from './split';

/** What one file, or standard input, holds. */
export interface InputFile {
  file: string;
  entries: Entry[];
  /** Documents that can be parsed and are no objects of the API, such as the values of a chart. */
  others: number;
}

/** Reads one file. What is broken in it is an entry; a file that cannot be read at all is an `Unread`. */
export async function readInput(file: string): Promise<InputFile | Unread> {
  try {
    return inputOf(file, decode(await readFile(file)));
  } catch (error) {
    return { file, message: messageOf(error) };
  }
}

/** The same for bytes at hand. */
export function inputOf(file: string, text: string): InputFile {
  const result: InputFile = { file, entries: [], others: 0 };
  const json = asJson(text);
  if (json) {
    take(result, json.value, { file, document: 0, line: 1 });
    return result;
  }
  splitDocuments(text).forEach((document, index) => {
    const place = { file, document: index, line: document.line };
    try {
      take(result, parseYaml(document.text, document.line), place);
    } catch (error) {
      result.entries.push({
        ...place,
        is: 'unreadable',
        message: error instanceof Error ? error.message : String(error),
        named: guessNames(document.text),
      });
    }
  });
  return result;
}

function take(
  result: InputFile,
  value: unknown,
  place: { file: string; document: number; line: number },
) {
  const entries = entriesOf(value, place);
  if (entries.length === 0 && !isEmptyList(value)) {
    result.others += 1;
  }
  // No spread: a dump may hold more items than a call may have arguments.
  for (const entry of entries) {
    result.entries.push(entry);
  }
}

function isEmptyList(value: unknown): boolean {
  const items = (value as { items?: unknown } | null)?.items;
  return Array.isArray(items) && items.length === 0;
}

/** JSON is YAML too, and read as YAML ten times slower. */
function asJson(text: string): { value: unknown } | undefined {
  if (!/^\s*[[{]/.test(text)) {
    return undefined;
  }
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
}

/** Names a document that does not parse, from lines that look as they would in any manifest. */
function guessNames(text: string): Named {
  const first = (pattern: RegExp) => pattern.exec(text)?.[1];
  const metadata =
    /^metadata:[ \t]*\r?\n((?:[ \t].*\r?\n?)*)/m.exec(text)?.[1] ?? '';
  const inMetadata = (key: string) =>
    new RegExp(`^[ \\t]+${key}:[ \\t]*["']?([\\w.:-]+)`, 'm').exec(
      metadata,
    )?.[1];
  return {
    apiVersion: first(/^apiVersion:[ \t]*["']?([\w./-]+)/m),
    kind: first(/^kind:[ \t]*["']?(\w+)/m),
    namespace: inMetadata('namespace'),
    name: inMetadata('name'),
  };
}
