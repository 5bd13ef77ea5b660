import { LoggerService } from '@backstage/backend-plugin-api';
import {
  HealthChange,
  KindId,
  kindId,
  RawObject,
  Resource,
  ResourceStore,
  SystemRegistry,
  Thresholds,
} from '@socle/backstage-plugin-socle-model';
import { SourceState } from '@socle/backstage-plugin-socle-common';
import { ConfiguredProbe } from '../config/probes';
import { ClusterProbing } from '../probing/cluster-probing';
import { Clock } from '../reading/clock';
import { ServedKind } from '../reading/served-kinds';
import { ClusterReader } from './cluster-reader';
import { Contact } from './contact';
import { API_SOURCE, Freshness } from './freshness';
import { JudgingClock } from './judging-clock';
import { SettleSchedule } from './settle-schedule';
import { removeAll, StoreSink } from './store-sink';

const DISCOVERY_MILLIS = 30_000;
const REDISCOVERY_MILLIS = 1_000;
const DISCOVERY_RETRY_MILLIS = 5_000;

export interface ClusterEngineOptions {
  name: string;
  title: string;
  reader: ClusterReader;
  registry: SystemRegistry;
  thresholds?: Partial<Thresholds>;
  /** Systems of this cluster that are asked over HTTP. */
  probes?: readonly ConfiguredProbe[];
  probeClock?: Clock;
  logger: LoggerService;
  /** Called after each settling that changed something, and when freshness changed. */
  onChange(changes: HealthChange[]): void;
  now?: () => number;
  discoveryMillis?: number;
}

/** Everything known about one cluster, kept up by one watch per kind. */
export class ClusterEngine {
  readonly name: string;
  readonly title: string;
  readonly store: ResourceStore;
  readonly freshness: Freshness;
  readonly probing: ClusterProbing;
  version: string | undefined;

  private readonly watches = new Map<
    KindId,
    { version: string; stop(): void }
  >();
  private readonly waiting = new Set<KindId>();
  private readonly served = new Map<KindId, ServedKind>();
  private readonly schedule: SettleSchedule;
  private readonly clock: JudgingClock;
  private readonly contact: Contact;
  private discovered = false;
  private discovering = false;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly options: ClusterEngineOptions) {
    this.name = options.name;
    this.title = options.title;
    const now = options.now ?? Date.now;
    this.store = new ResourceStore(options.registry, options.thresholds);
    this.freshness = new Freshness(options.name, now);
    this.contact = new Contact(
      () => options.reader.version(),
      {
        answered: () => this.schedule.request(),
        failed: error => this.unreachable(error),
      },
      now,
    );
    this.clock = new JudgingClock(
      this.freshness,
      now,
      () => this.contact.trustedUntil,
    );
    this.freshness.set(API_SOURCE, 'syncing');
    this.schedule = new SettleSchedule(
      () => this.settle(),
      () => this.waiting.size > 0,
      error =>
        options.logger.error(
          `cluster ${this.name}: judging failed`,
          error instanceof Error ? error : new Error(String(error)),
        ),
    );
    this.probing = this.createProbing();
  }

  start(): void {
    this.discover();
    this.probing.start();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.schedule.stop();
    this.probing.stop();
    this.watches.forEach(watch => watch.stop());
    this.options.reader.close();
  }

  /** Every kind that is served and may be read was listed at least once since the start. */
  get complete(): boolean {
    return this.discovered && this.waiting.size === 0;
  }

  /** Whether a kind is served here; undefined while that is not known. */
  serves(kind: KindId): boolean | undefined {
    return this.discovered ? this.served.has(kind) : undefined;
  }

  /** The whole object as it is now, for showing its YAML. */
  async fetch(resource: Resource): Promise<RawObject> {
    if (resource.kind.source === 'probe') {
      const raw = this.probing.raw(resource);
      if (!raw) throw new Error('no probe tells of it any more');
      return raw;
    }
    const { group, plural, metadataOnly = false } = resource.kind;
    return this.options.reader.get(
      { group, plural, version: resource.version, metadataOnly },
      resource.meta.namespace,
      resource.meta.name,
    );
  }

  /** Looks soon at what is served: a watch was told that its kind is not, or a new kind was defined. */
  rediscover(): void {
    if (!this.stopped && !this.discovering) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.discover(), REDISCOVERY_MILLIS);
      this.timer.unref();
    }
  }

  private createProbing(): ClusterProbing {
    const { reader, logger, probes = [], probeClock } = this.options;
    const isComplete = () => this.complete;
    return new ClusterProbing(
      {
        name: this.name,
        store: this.store,
        get complete() {
          return isComplete();
        },
        tell: (source, state, message) =>
          state ? this.tell(source, state, message) : this.untell(source),
        changed: () => this.schedule.request(),
      },
      {
        instances: probes,
        api: reader.request && {
          request: (path, request) => reader.request!(path, request),
        },
        logger,
        clock: probeClock,
      },
    );
  }

  private async discover(): Promise<void> {
    this.discovering = true;
    let next = this.options.discoveryMillis ?? DISCOVERY_MILLIS;
    try {
      this.version = await this.options.reader.version();
      const { kinds, failedGroups } = await this.options.reader.discover();
      this.contact.heard();
      if (this.stopped) return;
      this.startWatches(kinds, new Set(failedGroups));
      this.discovered = true;
      const message =
        failedGroups.length > 0
          ? `These API groups do not answer: ${failedGroups.join(', ')}`
          : undefined;
      this.tell(API_SOURCE, 'live', message);
    } catch (error) {
      this.unreachable(error);
      next = Math.min(next, DISCOVERY_RETRY_MILLIS);
    }
    this.discovering = false;
    if (!this.stopped) {
      this.timer = setTimeout(() => this.discover(), next);
      this.timer.unref();
    }
  }

  private unreachable(error: unknown): void {
    if (this.stopped) return;
    const message = error instanceof Error ? error.message : String(error);
    this.options.logger.warn(`cluster ${this.name}: ${message}`);
    this.tell(API_SOURCE, 'unreachable', message);
    this.rediscover();
  }

  private startWatches(served: ServedKind[], failedGroups: Set<string>): void {
    const byId = new Map(served.map(kind => [kindId(kind), kind]));
    for (const { kind } of this.options.registry.ofApi()) {
      const id = kindId(kind);
      const at = byId.get(id);
      const version =
        at && kind.versions.find(one => at.versions.includes(one));
      const running = this.watches.get(id);
      if (at && version) {
        this.served.set(id, at);
        if (running?.version !== version) {
          running?.stop();
          this.watch(id, version, at.plural);
        }
      } else if (!failedGroups.has(kind.group)) {
        this.forget(id);
      }
    }
  }

  private watch(id: KindId, version: string, plural: string): void {
    const { kind } = this.options.registry.get(id)!;
    this.waiting.add(id);
    this.tell(id, 'syncing');
    const sink = new StoreSink(this.store, kind, version, {
      changed: () => {
        this.contact.heard();
        this.schedule.request();
      },
      listed: listed => this.waiting.delete(listed),
      state: (of, state, message) => this.tell(of, state, message),
    });
    const watch = this.options.reader.watch(
      {
        group: kind.group,
        version,
        plural,
        kind: kind.kind,
        metadataOnly: kind.metadataOnly ?? false,
        needsManagedFields: kind.needsManagedFields ?? false,
        fieldSelector: kind.fieldSelector,
        labelSelector: kind.labelSelector,
        reads: kind.reads,
      },
      sink,
    );
    this.watches.set(id, { version, stop: () => watch.stop() });
  }

  /** The server answered and does not serve this kind: there can be none of it. */
  private forget(id: KindId): void {
    this.watches.get(id)?.stop();
    this.watches.delete(id);
    this.served.delete(id);
    this.waiting.delete(id);
    this.freshness.remove(id);
    removeAll(this.store, id);
    this.store.setListed(id, true);
    this.schedule.request();
  }

  private tell(source: string, state: SourceState, message?: string): void {
    if (state === 'notPermitted') {
      this.waiting.delete(source as KindId);
    }
    const was = this.freshness.get(source)?.state;
    if (source === API_SOURCE && state === 'live' && was !== 'live') {
      this.probing.hurry();
    }
    if (this.freshness.set(source, state, message)) {
      // The judging clock may stop or go on with this.
      this.clock.read();
      this.schedule.request();
      this.options.onChange([]);
    }
  }

  private untell(source: string): void {
    if (this.freshness.get(source)) {
      this.freshness.remove(source);
      this.options.onChange([]);
    }
  }

  private settle(): number | undefined {
    void this.contact.check();
    const { now, frozen, until } = this.clock.read();
    const changes = this.store.settle(now, this.waiting.size > 0);
    if (changes.length > 0) {
      this.options.onChange(changes);
    }
    return frozen ? until : this.store.nextDeadline();
  }
}
