import { Change } from './history';
import { copyOf, timestamp } from './object';
import { Storage } from './storage';
import { Stored } from './stored';

/** Removes dependents whose owners are all gone, and the content of a deleted namespace, in the background. */
export class GarbageCollector {
  private readonly uids = new Set<string>();
  /** Owner's uid → its dependents, as `resource key`. */
  private readonly dependents = new Map<
    string,
    Map<string, { resource: string; key: string }>
  >();
  /** Uids whose dependents are to stay (propagationPolicy Orphan). */
  private readonly orphaning = new Set<string>();

  constructor(private readonly storage: Storage) {
    storage.onChange(change => this.changed(change));
  }

  orphanDependentsOf(uid: string): void {
    this.orphaning.add(uid);
  }

  /** Removes a namespace's objects; finalizers hold theirs back. */
  emptyNamespace(namespace: string): void {
    for (const resource of this.storage.resources()) {
      for (const stored of this.storage.all(resource)) {
        if (stored.key.startsWith(`${namespace}/`))
          this.remove(resource, stored);
      }
    }
  }

  private changed(change: Change): void {
    const object = change.object.outline();
    const uid = object.metadata.uid ?? '';
    const id = `${change.resource} ${change.object.key}`;
    for (const owner of change.previous?.outline().metadata.ownerReferences ??
      []) {
      this.dependents.get(owner.uid)?.delete(id);
    }
    if (change.type !== 'DELETED') {
      this.uids.add(uid);
      for (const owner of object.metadata.ownerReferences ?? []) {
        const others = this.dependents.get(owner.uid) ?? new Map();
        others.set(id, { resource: change.resource, key: change.object.key });
        this.dependents.set(owner.uid, others);
      }
      return;
    }
    this.uids.delete(uid);
    // Later, as the real collector: the deletion is seen before what follows from it.
    if (this.dependents.has(uid)) setImmediate(() => this.collect(uid));
  }

  private collect(uid: string): void {
    const dependents = [...(this.dependents.get(uid)?.values() ?? [])];
    this.dependents.delete(uid);
    if (this.orphaning.delete(uid)) return;
    for (const { resource, key } of dependents) {
      const stored = this.storage.get(resource, key);
      const owners = stored?.outline().metadata.ownerReferences ?? [];
      if (stored && !owners.some(owner => this.uids.has(owner.uid)))
        this.remove(resource, stored);
    }
  }

  private remove(resource: string, stored: Stored): void {
    const { finalizers, deletionTimestamp } = stored.outline().metadata;
    if (!finalizers?.length) {
      this.storage.remove(resource, stored.key);
    } else if (!deletionTimestamp) {
      const object = copyOf(stored.read());
      object.metadata.deletionTimestamp = timestamp(Date.now());
      this.storage.put(resource, object);
    }
  }
}
