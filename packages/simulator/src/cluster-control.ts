import { at, KubeObject, ObjectRef } from './storage/object';
import { DeleteOptions } from './storage/objects';
import { mergePatch } from './server/patch';
import { toObject } from './server/request-body';
import { Silence } from './behaviour/hands';
import { Life } from './behaviour/life';
import { Cluster } from './server/cluster';
import { RecordedAnswer } from './server/recorded-answers';
import { Denial } from './server/faults';
import { noSuchResource } from './storage/api-error';
import { resourceKey, ResourceType } from './discovery/resource-type';

/**
 * The hands on one simulated cluster: change its objects, and break it.
 * @public
 */
export class ClusterControl {
  private restarting?: NodeJS.Timeout;

  /** @internal */
  constructor(private readonly cluster: Cluster, private readonly life: Life) {}

  get name(): string {
    return this.cluster.name;
  }

  get token(): string {
    return this.cluster.token;
  }

  /** The newest revision. */
  get resourceVersion(): string {
    return String(this.cluster.storage.resourceVersion);
  }

  /** How many watches are open, of one resource (`pods`, `volumes.longhorn.io`) or of all. */
  openWatches(resource?: string): number {
    const open = [...this.cluster.watches];
    return open.filter(watch => !resource || watch.resource === resource)
      .length;
  }

  /** How often something was asked for since the start: `requestCount('list', 'pods')`. */
  requestCount(verb: string, plural: string): number {
    return this.cluster.requests.get(`${verb} ${plural}`) ?? 0;
  }

  /** Creates or replaces an object as it stands, its status too. */
  apply(object: KubeObject): KubeObject {
    return this.cluster.apply(object);
  }

  /** Merges into an object (RFC 7386), any part of it. */
  patch(ref: ObjectRef, merge: object): KubeObject {
    const type = this.typeOf(ref);
    const change = (current: KubeObject) =>
      toObject(mergePatch(current, merge), current.apiVersion, current.kind);
    const options = { part: 'all' as const };
    return this.cluster.objects
      .update(type, this.namespaceOf(type, ref), ref.name, change, options)
      .read();
  }

  delete(ref: ObjectRef, options?: DeleteOptions): void {
    const type = this.typeOf(ref);
    this.cluster.objects.remove(
      type,
      this.namespaceOf(type, ref),
      ref.name,
      options,
    );
    if (type.kind === 'Namespace')
      this.cluster.garbage.emptyNamespace(ref.name);
  }

  get(ref: ObjectRef): KubeObject | undefined {
    const type = this.typeOf(ref);
    return this.cluster.objects
      .find(type, this.namespaceOf(type, ref), ref.name)
      ?.read();
  }

  list(what: {
    apiVersion: string;
    kind: string;
    namespace?: string;
  }): KubeObject[] {
    const all = this.cluster.storage
      .all(resourceKey(this.typeOf(what)))
      .map(row => row.read());
    return all.filter(
      object =>
        !what.namespace ||
        at(object, 'metadata', 'namespace') === what.namespace,
    );
  }

  /** Breaks the connection of open watches, of one resource or of all. */
  cutWatches(resource?: string): void {
    this.cluster.cutWatches(resource);
  }

  /** Watches stay open and say nothing: a connection that is dead without being closed. */
  stallWatches(on = true): void {
    this.cluster.faults.stalled = on;
  }

  /** Forgets the history: older resourceVersions and continue tokens get 410. */
  compact(): void {
    this.cluster.storage.compact();
  }

  /** The server goes away, comes back after `downMs`, and remembers no history. */
  async restart({ downMs = 0 }: { downMs?: number } = {}): Promise<void> {
    this.unreachable(true);
    clearTimeout(this.restarting);
    await new Promise<void>(resolve => {
      this.restarting = setTimeout(resolve, downMs);
    });
    this.compact();
    this.unreachable(false);
  }

  /** Every connection is reset, those to come as well, until it is turned off. */
  unreachable(on = true): void {
    this.cluster.faults.unreachable = on;
    if (on) this.cutWatches();
  }

  /** Sets what a system beside the cluster (a registry, a vault) answers to one request. */
  answer(system: string, answer: RecordedAnswer): void {
    this.cluster.systems.record(system, answer);
  }

  /** Merges into the body of what a system beside the cluster answers to a request (RFC 7386). */
  patchAnswer(system: string, request: string, merge: object): void {
    if (!this.cluster.systems.merge(system, request, merge)) {
      throw new Error(`${system} has no recorded answer to "${request}"`);
    }
  }

  /** Resets connections to a system beside the cluster, or lets them through again. */
  systemUnreachable(system: string, on = true): void {
    this.cluster.systems.unreachable(system, on);
  }

  setLatency(milliseconds: number): void {
    this.cluster.faults.latencyMs = milliseconds;
  }

  /** The next requests are told 429 Too Many Requests. */
  throttle(requests: number, retryAfterSeconds = 1): void {
    this.cluster.faults.throttled = requests;
    this.cluster.faults.retryAfterSeconds = retryAfterSeconds;
  }

  /** 403 for get, list and watch (or the verbs named) of a resource; its open watches are ended. */
  forbid(denial: Denial): void {
    this.cluster.faults.forbid(denial);
    const resource = resourceKey({
      group: denial.group ?? '',
      plural: denial.resource,
    });
    for (const watch of [...this.cluster.watches])
      if (watch.resource === resource) watch.end();
  }

  allow(denial: Denial): void {
    this.cluster.faults.allow(denial);
  }

  /** A check of /readyz that passes or fails, such as `etcd`. */
  setCheck(name: string, passes: boolean): void {
    if (passes) this.cluster.faults.failingChecks.delete(name);
    else this.cluster.faults.failingChecks.add(name);
  }

  /** The old token is no longer known; open watches are cut, as their next request would be refused. */
  rotateToken(token: string): void {
    this.cluster.token = token;
    this.cutWatches();
  }

  /**
   * The node dies: its Lease stops, and what Kubernetes and Longhorn make of that follows in their own time, or at once.
   */
  nodeDown(
    node: string,
    { immediately = false }: { immediately?: boolean } = {},
  ): void {
    this.life.nodeDown(node, immediately);
  }

  /** It is back; copies on it are rebuilt. */
  nodeUp(node: string): void {
    this.life.nodeUp(node);
  }

  /** Nobody moves these objects on any more, as when their operator hangs. */
  silence(silence: Silence): void {
    this.life.silence(silence);
  }

  /** Ends a silence, or all of them. */
  speak(silence?: Silence): void {
    this.life.speak(silence);
  }

  /** Somebody writes keys to a path of the Vault behind the cluster; ExternalSecrets that waited for them are made. */
  writeVaultSecret(path: string, keys: string[]): void {
    this.life.writeSecret(path, keys);
  }

  /** Stops or starts everything that moves by itself. */
  freeze(on = true): void {
    this.life.freeze(on);
  }

  /** @internal */
  stop(): void {
    clearTimeout(this.restarting);
    this.life.stop();
  }

  private typeOf(what: { apiVersion: string; kind: string }): ResourceType {
    const type = this.cluster.types.byKind(what.apiVersion, what.kind);
    if (!type) throw noSuchResource();
    return type;
  }

  private namespaceOf(type: ResourceType, ref: ObjectRef): string | undefined {
    return type.namespaced ? ref.namespace ?? 'default' : undefined;
  }
}
