import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { foundSystems } from '../../inventory/found-systems';
import { RawObject } from '../../reading/raw';
import { systems } from '..';

it('is found by the images of its pods, whatever registry they come from', () => {
  const store = new ResourceStore(new SystemRegistry(systems));
  store.apply(
    load(
      readFileSync(
        join(__dirname, '__fixtures__', 'recognised-by-its-images.yaml'),
        'utf8',
      ),
    ) as RawObject,
  );
  expect(
    foundSystems(store).map(({ system, namespaces }) => [
      system.id,
      [...namespaces],
    ]),
  ).toEqual([['devtron', ['devtroncd']]]);
});
