import { readFile } from 'node:fs/promises';
import { isObject, PatternContext } from '@socle/backstage-plugin-socle-model';
import { decode } from '../input/decode';
import { messageOf } from '../input/find-files';
import { parseYaml } from '../input/parse';
import { UsageError } from '../usage-error';

/** Reads the file of `--context`, which is JSON or YAML. */
export async function readContext(file: string): Promise<PatternContext> {
  let content: unknown;
  try {
    content = parseYaml(decode(await readFile(file)));
  } catch (error) {
    throw new UsageError(
      `The context ${file} cannot be read: ${messageOf(error)}.`,
    );
  }
  if (!isObject(content)) {
    throw new UsageError(`The context ${file} is no object.`);
  }
  return content as PatternContext;
}
