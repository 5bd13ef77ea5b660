import { InventoryAnswer } from '@socle/backstage-plugin-socle-common';
import { inventory } from '@socle/backstage-plugin-socle-model';
import { MayRead } from '../access/authorizer';
import { ClusterEngine } from '../engine/cluster-engine';
import { OutsideThing } from '../config/outside';

/**
 * What a cluster's platform is made of. Only a reader who may read everything of a cluster gets an answer that is
 * complete: nothing may be concluded from what is missing otherwise.
 */
export function inventoryOf(
  engine: ClusterEngine,
  mayRead: MayRead,
  outside: readonly OutsideThing[],
): InventoryAnswer['clusters'][number] {
  const everything = ![...engine.store.all()].some(
    resource => !mayRead(engine.name, resource),
  );
  const { state, message } = engine.freshness.overall();
  const complete = everything && engine.complete && state === 'live';
  return {
    name: engine.name,
    title: engine.title,
    complete,
    ...(message ? { message } : {}),
    components: everything
      ? [
          ...inventory(engine.store, engine.name),
          ...outside
            .filter(thing => thing.cluster === engine.name)
            .map(thing => thing.component),
        ]
      : [],
  };
}
