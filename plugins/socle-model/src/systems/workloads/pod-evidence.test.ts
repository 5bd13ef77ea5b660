import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import type { RawObject } from '../../reading/raw';
import { yamlSchema } from '../__testUtils__/fixtures';
import { workloads } from '.';

/** The path of the first evidence for each pod of a fixture. */
function evidenceOf(fixture: string): Record<string, string | undefined> {
  const store = new ResourceStore(new SystemRegistry([workloads]));
  const file = join(__dirname, '__fixtures__', fixture);
  const documents = loadAll(readFileSync(file, 'utf8'), undefined, {
    schema: yamlSchema,
  });
  for (const raw of documents) store.apply(raw as RawObject);
  store.settle(Date.UTC(2026, 9, 2, 8));
  return Object.fromEntries(
    [...store.all()].map(({ meta, verdict }) => [
      meta.name,
      verdict.evidence?.[0]?.path,
    ]),
  );
}

it('finds the state of a sidecar where the kubelet writes it', () => {
  const status = 'status.initContainerStatuses[name=proxy]';
  expect(evidenceOf('failed-sidecar-crash-looping.yaml')).toEqual({
    'side-1': `${status}.state.waiting.reason`,
    'side-2': `${status}.lastState.terminated.reason`,
  });
});
