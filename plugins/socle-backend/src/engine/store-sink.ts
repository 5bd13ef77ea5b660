import {
  KindDefinition,
  KindId,
  kindId,
  RawObject,
  ResourceStore,
} from '@socle/backstage-plugin-socle-model';
import { SourceState } from '@socle/backstage-plugin-socle-common';
import { KindSink } from '../reading/kind-sink';

/** What happens around the store as a watch fills it. */
export interface SinkEvents {
  changed(): void;
  listed(kind: KindId): void;
  state(kind: KindId, state: SourceState, message?: string): void;
}

/** Puts what one watch reads into the store, and takes out what a fresh list no longer holds. */
export class StoreSink implements KindSink {
  private seen: Set<string> | undefined;
  private readonly id: KindId;

  constructor(
    private readonly store: ResourceStore,
    private readonly kind: KindDefinition,
    private readonly version: string,
    private readonly events: SinkEvents,
  ) {
    this.id = kindId(kind);
  }

  listing(): void {
    this.seen = new Set();
  }

  upsert(raw: RawObject): void {
    const resource = this.store.applyAs(this.kind, raw, this.version);
    if (resource && this.seen) {
      this.seen.add(`${resource.meta.namespace ?? ''}/${resource.meta.name}`);
    }
    this.events.changed();
  }

  remove(namespace: string | undefined, name: string): void {
    this.store.remove(this.id, namespace, name);
    this.events.changed();
  }

  listed(): void {
    const { seen } = this;
    this.seen = undefined;
    if (seen) {
      removeAll(this.store, this.id, at => !seen.has(at));
    }
    this.store.setListed(this.id, true);
    this.events.listed(this.id);
    this.events.changed();
  }

  state(state: SourceState, message?: string): void {
    if (state === 'notPermitted') {
      // What may not be read any more is not known to be absent.
      this.store.setListed(this.id, false);
    }
    this.events.state(this.id, state, message);
  }
}

/** Takes out the objects of a kind whose `namespace/name` is gone. */
export function removeAll(
  store: ResourceStore,
  kind: KindId,
  isGone: (at: string) => boolean = () => true,
): void {
  for (const at of [...store.names(kind)].filter(isGone)) {
    const slash = at.indexOf('/');
    store.remove(kind, at.slice(0, slash) || undefined, at.slice(slash + 1));
  }
}
