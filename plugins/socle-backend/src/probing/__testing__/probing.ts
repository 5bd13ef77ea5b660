import { LoggerService } from '@backstage/backend-plugin-api';
import {
  KindId,
  PROBE_KIND,
  ResourceStore,
  SystemDefinition,
  SystemRegistry,
  systems,
} from '@socle/backstage-plugin-socle-model';
import { ConfiguredProbe } from '../../config/probes';
import { Freshness } from '../../engine/freshness';
import { Clock } from '../../reading/clock';
import { Asked } from '../ask';
import { ClusterProbing } from '../cluster-probing';
import { depotSystem, gaugeSystem } from './depot';

export const SOURCE = 'probe:depot/main';

/** Asks depots, or what another system is given, and shows what comes of it. */
export function startProbing(
  instances: Array<Partial<ConfiguredProbe> & { url: string }>,
  {
    clock,
    api,
    asking = [depotSystem(), gaugeSystem],
  }: { clock: Clock; api?: Asked; asking?: SystemDefinition[] },
) {
  const registry = new SystemRegistry([
    ...asking,
    ...systems.filter(({ id }) => ['http-sources', 'kubernetes'].includes(id)),
  ]);
  const store = new ResourceStore(registry);
  const freshness = new Freshness('c', clock.now);
  const said: string[] = [];
  const told: string[] = [];
  const logger: LoggerService = {
    error: () => {},
    warn: message => said.push(String(message)),
    info: () => {},
    debug: () => {},
    child: () => logger,
  };
  const of = new ClusterProbing(
    {
      name: 'c',
      store,
      complete: true,
      tell: (source, state, message) => {
        if (!state) freshness.remove(source);
        else if (freshness.set(source, state, message)) told.push(state);
      },
      changed: () => store.settle(clock.now()),
    },
    {
      instances: instances.map(one => ({
        probe: 'depot',
        name: 'main',
        cluster: 'c',
        namespace: 'stock',
        title: 'Main',
        endpoints: [],
        everySeconds: 5,
        timeoutSeconds: 10,
        at: 'socle.probes.depot[0]',
        ...one,
      })),
      api,
      logger,
      clock,
    },
  );
  of.start();
  const names = (kind: KindId) => [...store.names(kind)].sort();
  return {
    of,
    store,
    freshness,
    names,
    said,
    told,
    state: (source = SOURCE) => freshness.get(source)?.state,
    message: (source = SOURCE) => freshness.get(source)?.message,
    shelves: () => names('depot.socle.dev/Shelf'),
    shelf: (name: string) => store.get('depot.socle.dev/Shelf', 'stock', name),
    source: () => store.get(PROBE_KIND, undefined, 'depot.main')?.verdict,
  };
}
