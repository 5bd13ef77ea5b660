import { versionOf } from '@socle/backstage-plugin-socle-common';
import { KindDefinition, KindId, kindId } from '../definition/kind';
import { Link, ObjectKey } from '../definition/link';
import { SystemRegistry } from '../definition/registry';
import { Meta, Resource } from '../definition/resource';
import { judge } from '../judging/judge';
import { Thresholds, withDefaults } from '../judging/thresholds';
import { Verdict } from '../judging/verdict';
import { readMeta } from '../reading/meta';
import { RawObject, stringAt } from '../reading/raw';
import { StoreContext } from './context';
import { JudgingRounds } from './judging-rounds';
import { LinkIndexes } from './link-indexes';
import { NeighbourReads } from './neighbour-reads';
import { keepSame, same } from './same';
import { StoredResource } from './stored-resource';

/** @public A change of health that {@link ResourceStore.settle} found. */
export interface HealthChange {
  resource: Resource;
  from: Verdict | undefined;
  to: Verdict | undefined;
  at: number;
}

/**
 * The objects of one cluster with their relations and verdicts. A change marks the object and those linked to it;
 * {@link ResourceStore.settle} judges what is marked and what follows from that, and nothing else.
 * @public
 */
export class ResourceStore {
  readonly thresholds: Thresholds;
  private readonly tables = new Map<KindId, Map<string, StoredResource>>();
  private readonly reads = new NeighbourReads();
  private readonly indexes = new LinkIndexes(this.reads, record =>
    this.mark(record),
  );
  private readonly complete = new Set<KindId>();
  private changes = 0;
  private readonly rounds = new JudgingRounds(
    (record, now) => {
      this.changes += 1;
      return judge(
        record,
        new StoreContext(this, record, now, this.reads.of(record.kind)),
      );
    },
    record => this.indexes.markNeighbours(record),
  );

  constructor(
    readonly registry: SystemRegistry,
    thresholds: Partial<Thresholds> = {},
  ) {
    this.thresholds = withDefaults(thresholds);
  }

  /** Another number after each change of what is kept, of what is listed and of what is judged. */
  get revision(): number {
    return this.changes;
  }

  /**
   * Takes in an object as it is now. Returns it, or undefined where its kind is not known or it is not worth keeping.
   */
  apply(raw: RawObject): Resource | undefined {
    const apiVersion = stringAt(raw, 'apiVersion') ?? '';
    const known = this.registry.of(apiVersion, stringAt(raw, 'kind') ?? '');
    if (!known) {
      return undefined;
    }
    return this.applyAs(known.kind, raw, versionOf(apiVersion));
  }

  /** {@link ResourceStore.apply} where the kind is known already, as list items do not name theirs. */
  applyAs(
    kind: KindDefinition,
    raw: RawObject,
    version: string,
  ): Resource | undefined {
    const meta = readMeta(raw);
    if (kind.keeps && !kind.keeps(raw)) {
      this.remove(kindId(kind), meta.namespace, meta.name);
      return undefined;
    }
    const askedBy =
      kind.source === 'probe' && stringAt(raw, 'metadata', 'askedBy');
    if (askedBy) meta.askedBy = askedBy;
    const facts = projected(kind, raw, meta);
    const table = this.table(kindId(kind));
    const at = localKey(meta.namespace, meta.name);
    const before = table.get(at);
    if (before && before.meta.uid === meta.uid && before.version === version) {
      const known = same(before.meta, meta);
      // A heartbeat changes nothing that is kept: nothing is to be judged again.
      if (keepSame(before.facts, facts) && known) {
        return before;
      }
      this.indexes.change(before, () => {
        before.meta = known ? before.meta : meta;
        before.facts = facts;
      });
      this.changes += 1;
      this.rounds.mark(before);
      return before;
    }
    if (before) {
      this.drop(before, table, at);
    }
    const { system } = this.registry.get(kindId(kind))!;
    const record = new StoredResource(kind, system, version, meta, facts);
    table.set(at, record);
    this.changes += 1;
    this.indexes.add(record);
    this.rounds.mark(record);
    return record;
  }

  /** Takes out an object that is gone. */
  remove(kind: KindId, namespace: string | undefined, name: string): boolean {
    const table = this.tables.get(kind);
    const at = localKey(namespace, name);
    const record = table?.get(at);
    if (!table || !record) {
      return false;
    }
    this.drop(record, table, at);
    return true;
  }

  /**
   * Says that every object of a kind is now known (`true`), or that this can no longer be said. Rules may call a
   * neighbour missing only in the first case.
   */
  setListed(kind: KindId, listed: boolean): void {
    if (listed === this.complete.has(kind)) {
      return;
    }
    this.changes += 1;
    if (listed) {
      this.complete.add(kind);
    } else {
      this.complete.delete(kind);
    }
    // What was "not read" may now be "absent", and the other way round.
    for (const table of this.tables.values()) {
      for (const record of table.values()) {
        if (record.kind.health && !record.kind.stateless) {
          this.rounds.mark(record);
        }
      }
    }
  }

  isListed(kind: KindId): boolean {
    return this.complete.has(kind);
  }

  /**
   * Judges what changed and what follows from it, as of `now` (milliseconds). `reading` while the first lists come in:
   * what is judged without all it rests on is not taken for a state that it was seen in.
   */
  settle(now: number, reading = false): HealthChange[] {
    return this.rounds.settle(now, reading);
  }

  /**
   * Says since when a verdict holds that was given before this process was there to see it. What the object itself
   * says of that stands.
   */
  restoreSince(resource: Resource, at: number): boolean {
    const { kind, meta, verdict } = resource;
    const record = this.tables
      .get(kindId(kind))
      ?.get(localKey(meta.namespace, meta.name));
    if (
      record !== resource ||
      verdict.since !== undefined ||
      at >= record.since
    ) {
      return false;
    }
    record.since = at;
    this.changes += 1;
    return true;
  }

  /** When {@link ResourceStore.settle} is next due without any change; undefined for never. */
  nextDeadline(): number | undefined {
    return this.rounds.next();
  }

  get(
    kind: KindId,
    namespace: string | undefined,
    name: string,
  ): Resource | undefined {
    return this.tables.get(kind)?.get(localKey(namespace, name));
  }

  /** All objects of a kind; no copy is made. */
  ofKind(kind: KindId): Iterable<Resource> {
    return this.tables.get(kind)?.values() ?? [];
  }

  count(kind: KindId): number {
    return this.tables.get(kind)?.size ?? 0;
  }

  /** Names of all objects of a kind, as `namespace/name`, for comparing with a fresh list. */
  names(kind: KindId): Iterable<string> {
    return this.tables.get(kind)?.keys() ?? [];
  }

  *all(): Iterable<Resource> {
    for (const table of this.tables.values()) {
      yield* table.values();
    }
  }

  /** Who answers to a key. */
  providersOf(key: ObjectKey): Iterable<Resource> {
    return this.indexes.providersOf(key);
  }

  /** Who states a link to any of an object's keys; of one kind only, where it is given. */
  *linkersOf(
    resource: Resource,
    kind?: KindId,
  ): Iterable<{ from: Resource; link: Link }> {
    const record = resource as StoredResource;
    for (const key of [record.key, ...record.provides()]) {
      for (const from of this.indexes.linkersOf(key)) {
        if (kind !== undefined && kindId(from.kind) !== kind) continue;
        for (const link of from.links()) {
          if (link.to === key) {
            yield { from, link };
          }
        }
      }
    }
  }

  /** Who states a link to a key, whether anything answers to it or not. */
  *linkersTo(key: ObjectKey): Iterable<{ from: Resource; link: Link }> {
    for (const from of this.indexes.linkersOf(key)) {
      for (const link of from.links()) {
        if (link.to === key) {
          yield { from, link };
        }
      }
    }
  }

  linksOf(resource: Resource): Link[] {
    return (resource as StoredResource).links();
  }

  private mark(record: StoredResource): void {
    if (!record.kind.stateless) {
      this.rounds.mark(record);
    }
  }

  private table(kind: KindId): Map<string, StoredResource> {
    let table = this.tables.get(kind);
    if (!table) {
      table = new Map();
      this.tables.set(kind, table);
    }
    return table;
  }

  private drop(
    record: StoredResource,
    table: Map<string, StoredResource>,
    at: string,
  ): void {
    this.indexes.remove(record);
    table.delete(at);
    this.changes += 1;
    this.rounds.drop(record);
  }
}

function projected(kind: KindDefinition, raw: RawObject, meta: Meta) {
  try {
    return kind.project(raw);
  } catch (error) {
    meta.unreadable = error instanceof Error ? error.message : String(error);
    return {};
  }
}

function localKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}
