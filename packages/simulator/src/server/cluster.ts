import { establishedStatus } from '../discovery/established';
import { TypeRegistry } from '../discovery/registry';
import { forbidden } from '../storage/api-error';
import { GarbageCollector } from '../storage/garbage-collector';
import { Change } from '../storage/history';
import { KubeObject, timestamp } from '../storage/object';
import { Objects } from '../storage/objects';
import { Storage } from '../storage/storage';
import { Faults } from './faults';
import { RecordedSystems } from './recorded-answers';

export interface ClusterOptions {
  version?: string;
  title?: string;
  token: string;
  /** Changes that watches may still resume from. */
  historySize?: number;
  firstResourceVersion?: number;
  /** How often a watch that asked for bookmarks gets one. */
  bookmarkEveryMs?: number;
  now?: () => number;
  figures?: boolean;
}

/** A stream that is open now, so that it can be cut. */
export interface OpenWatch {
  resource: string;
  deliver(change: Change): void;
  /** Ends as a server ends a watch that has run its time. */
  end(): void;
  /** Breaks the connection. */
  cut(): void;
}

const everyCluster = [
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
];
const definitions = 'customresourcedefinitions.apiextensions.k8s.io';

/** One API server: what it stores, which kinds it serves, who is connected, and what is wrong with it. */
export class Cluster {
  readonly types = new TypeRegistry();
  readonly storage: Storage;
  readonly objects: Objects;
  readonly faults = new Faults();
  readonly systems: RecordedSystems;
  /** Whether it tells what nodes, pods and claims use. */
  readonly figures: boolean;
  readonly watches = new Set<OpenWatch>();
  readonly garbage: GarbageCollector;
  readonly now: () => number;
  readonly version: string;
  readonly title: string;
  readonly bookmarkEveryMs: number;
  readonly user = 'system:serviceaccount:socle:socle';
  /** Requests so far, as `LIST pods`, for tests that count. */
  readonly requests = new Map<string, number>();
  token: string;

  constructor(readonly name: string, options: ClusterOptions) {
    this.now = options.now ?? Date.now;
    this.systems = new RecordedSystems(this.now);
    this.figures = options.figures ?? false;
    this.version = options.version ?? 'v1.35.3';
    this.title = options.title ?? name;
    this.token = options.token;
    this.bookmarkEveryMs = options.bookmarkEveryMs ?? 60_000;
    this.storage = new Storage(options);
    this.objects = new Objects(this.storage, this.now);
    this.garbage = new GarbageCollector(this.storage);
    this.storage.onChange(change => this.changed(change));
  }

  /** Takes objects as they stand in a manifest, their status too. */
  load(objects: KubeObject[]): void {
    const ordered = [...objects].sort((a, b) => rank(a) - rank(b));
    for (const object of ordered) {
      const status =
        object.kind === 'CustomResourceDefinition'
          ? establishedStatus(object, timestamp(this.now()))
          : undefined;
      this.apply(status ? { ...object, status } : object);
    }
    for (const name of everyCluster) this.needNamespace(name);
    this.storage.compact();
  }

  apply(given: KubeObject, manager?: string): KubeObject {
    const type = this.types.ofObject(given);
    const object = { ...given, metadata: { ...given.metadata } };
    if (type.namespaced) object.metadata.namespace ||= 'default';
    else delete object.metadata.namespace;
    delete object.metadata.resourceVersion;
    if (object.metadata.namespace)
      this.needNamespace(object.metadata.namespace);
    const { namespace, name } = object.metadata;
    const options = { part: 'all' as const, manager };
    const there = this.objects.find(type, namespace, name);
    const stored = there
      ? this.objects.update(type, namespace, name, () => object, options)
      : this.objects.create(type, object, options);
    return stored.read();
  }

  authorize(
    verb: string,
    type: { group: string; plural: string },
    namespace?: string,
    name?: string,
  ): void {
    if (this.faults.denied(verb, type.group, type.plural, namespace)) {
      throw forbidden(type, verb, this.user, namespace, name);
    }
  }

  count(verb: string, plural: string): void {
    const what = `${verb} ${plural}`;
    this.requests.set(what, (this.requests.get(what) ?? 0) + 1);
  }

  cutWatches(resource?: string): void {
    for (const watch of [...this.watches]) {
      if (!resource || watch.resource === resource) watch.cut();
    }
  }

  private changed(change: Change): void {
    if (change.resource === definitions) this.definitionChanged(change);
    for (const watch of [...this.watches]) {
      if (watch.resource === change.resource) watch.deliver(change);
    }
  }

  private definitionChanged(change: Change): void {
    const definition = change.object.read();
    if (change.type !== 'DELETED') {
      this.types.define(definition);
      // Later, as its controller: the definition is seen before it is established.
      if (establishedStatus(definition, ''))
        setImmediate(() => this.establish(definition));
      return;
    }
    const resource = this.types.undefine(definition);
    for (const stored of this.storage.all(resource))
      this.storage.remove(resource, stored.key);
    for (const watch of [...this.watches])
      if (watch.resource === resource) watch.end();
  }

  private establish({ metadata: { name } }: KubeObject): void {
    const object = this.storage.get(definitions, name)?.read();
    const status = object && establishedStatus(object, timestamp(this.now()));
    if (status) this.apply({ ...object, status }, 'kube-apiserver');
  }

  /** A dump rarely holds its namespaces; a cluster always does. */
  private needNamespace(name: string): void {
    if (this.storage.get('namespaces', name)) return;
    this.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
  }
}

/** Definitions first, then namespaces, so that nothing is guessed that is written down. */
function rank(object: KubeObject): number {
  if (object.kind === 'CustomResourceDefinition') return 0;
  return object.kind === 'Namespace' ? 1 : 2;
}
