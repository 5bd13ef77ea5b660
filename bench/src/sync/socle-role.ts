import {
  connectTo,
  KindWatch,
  Slots,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { StoreSink } from '@socle/backstage-plugin-socle-backend/src/engine/store-sink';
import {
  ResourceStore,
  SystemRegistry,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { fromParent, toParent } from '../process';
import { measure, MeasuredReader, Task } from './measure';

/** How often what changed is judged, as the engine does. */
const SETTLE_MILLIS = 250;

/** Reads pods as the portal's backend does: into the store, and judged. */
export async function socleRole(): Promise<void> {
  toParent(await measure(await fromParent<Task>(), makeReader));
}

async function makeReader({ url, token }: Task): Promise<MeasuredReader> {
  const registry = new SystemRegistry(systems);
  const { kind } = registry.get('/Pod')!;
  const store = new ResourceStore(registry);
  let listed = () => {};
  let changed = () => {};
  const sink = new StoreSink(store, kind, 'v1', {
    changed: () => changed(),
    listed: () => listed(),
    state: () => {},
  });
  const watch = new KindWatch(
    connectTo('bench', { server: { url, token } }),
    {
      group: kind.group,
      version: 'v1',
      plural: kind.plural,
      kind: kind.kind,
      metadataOnly: false,
      needsManagedFields: false,
      reads: kind.reads,
    },
    sink,
    { slots: new Slots(1) },
  );
  return {
    start: async () => {
      await new Promise<void>(resolve => {
        listed = resolve;
        watch.start();
      });
      store.settle(Date.now());
      setInterval(() => store.settle(Date.now()), SETTLE_MILLIS);
    },
    count: () => store.count('/Pod'),
    followed: events =>
      new Promise(resolve => {
        let seen = 0;
        changed = () => {
          seen += 1;
          if (seen === events) resolve();
        };
      }),
  };
}
