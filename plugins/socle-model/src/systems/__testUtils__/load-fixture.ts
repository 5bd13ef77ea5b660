import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { endpointOf } from '../../definition/probe';
import { readAnswer, requestTarget } from '../../definition/probe-answers';
import { mergeProbed } from '../../definition/probe-objects';
import { SystemRegistry } from '../../definition/registry';
import { isObject, RawObject } from '../../reading/raw';
import { yamlSchema } from './fixtures';

/** The objects of a fixture: as they stand there, as items of a list, or as a recorded answer tells them. */
export function loadFixture(
  folder: string,
  name: string,
  registry: SystemRegistry,
): RawObject[] {
  const path = join(folder, '__fixtures__', name);
  const answers: RawObject[] = [];
  const objects = loadAll(readFileSync(path, 'utf8'), undefined, {
    schema: yamlSchema,
  }).flatMap(document => {
    if (isObject(document) && typeof document.request === 'string') {
      answers.push(...told(document as { request: string }, name, registry));
      return [];
    }
    const items =
      isObject(document) && Array.isArray(document.items)
        ? document.items
        : [document];
    return items.filter(isObject);
  });
  // The answers of a file are one round of its instance.
  return [...objects, ...mergeProbed(answers)];
}

/** What a recorded answer tells of an instance that is named as its address is, `recorded` where it has none. */
function told(
  recorded: { request: string; httpStatus?: number; body?: unknown },
  fixture: string,
  registry: SystemRegistry,
): RawObject[] {
  const { address } = requestTarget(recorded.request);
  const endpoint = address && endpointOf(address);
  const target = {
    name: endpoint ?? 'recorded',
    namespace: endpoint ?? 'recorded',
    endpoints: endpoint ? [endpoint] : [],
  };
  const found = readAnswer(registry, recorded, target);
  if (found?.state !== 'read') {
    throw new Error(
      `${fixture}: ${recorded.request} is ${found?.state ?? 'not known'}`,
    );
  }
  return [...found.objects];
}
