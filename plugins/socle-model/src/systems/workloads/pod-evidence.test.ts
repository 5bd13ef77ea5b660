import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import type { RawObject } from '../../reading/raw';
import { yamlSchema } from '../__testUtils__/fixtures';
import { workloads } from '.';

function judged(fixture: string) {
  const store = new ResourceStore(new SystemRegistry([workloads]));
  const file = join(__dirname, '__fixtures__', fixture);
  const documents = loadAll(readFileSync(file, 'utf8'), undefined, {
    schema: yamlSchema,
  });
  for (const raw of documents) store.apply(raw as RawObject);
  store.settle(Date.UTC(2026, 9, 2, 8));
  return [...store.all()];
}

/** The path of the first evidence for each pod of a fixture. */
function evidenceOf(fixture: string): Record<string, string | undefined> {
  return Object.fromEntries(
    judged(fixture).map(({ meta, verdict }) => [
      meta.name,
      verdict.evidence?.[0]?.path,
    ]),
  );
}

function messageOf(fixture: string): string {
  return judged(fixture)[0].verdict.message;
}

it('finds how an init container that runs again has ended', () => {
  expect(evidenceOf('progressing-init-container-tries-again.yaml')).toEqual({
    'init-1': 'status.containerStatuses[name=app].state.waiting.reason',
  });
  expect(messageOf('progressing-init-container-tries-again.yaml')).toBe(
    'Init: wait: runs again after exit code 7, 4 restarts, and the others wait for it.',
  );
});

it('finds the state of a sidecar where the kubelet writes it', () => {
  const status = 'status.initContainerStatuses[name=proxy]';
  expect(evidenceOf('failed-sidecar-crash-looping.yaml')).toEqual({
    'side-1': `${status}.state.waiting.reason`,
    'side-2': `${status}.lastState.terminated.reason`,
  });
});
