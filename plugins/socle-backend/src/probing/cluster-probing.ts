import { LoggerService } from '@backstage/backend-plugin-api';
import { SourceState } from '@socle/backstage-plugin-socle-common';
import {
  kindId,
  PROBE_KIND,
  RawObject,
  RegisteredProbe,
  Resource,
  ResourceStore,
} from '@socle/backstage-plugin-socle-model';
import {
  ConfiguredProbe,
  DEFAULT_EVERY_SECONDS,
  DEFAULT_TIMEOUT_SECONDS,
} from '../config/probes';
import { Clock, systemClock } from '../reading/clock';
import { HttpConnection } from '../reading/transport';
import { Asked } from './ask';
import { ProbeCredentials } from './probe-credentials';
import { ProbedObjects } from './probed-objects';
import { ProbeRunner } from './probe-runner';
import { objectReader } from './read-objects';
import { SourceObject, sourceObjectName } from './source-object';

/** How long what is asked of the cluster itself waits for its objects to be listed. */
const READY_MILLIS = 30_000;

/** A first round that takes no longer is not worth being told of: each start would leave it in the history. */
const FIRST_ROUND_MILLIS = 5_000;

/** What probes need of the engine of their cluster. */
export interface ProbingHost {
  readonly name: string;
  readonly store: ResourceStore;
  /** Whether all that is served was listed once. */
  readonly complete: boolean;
  /** Says how a source is; undefined takes it out. */
  tell(source: string, state: SourceState | undefined, message?: string): void;
  /** The store has changed. */
  changed(): void;
}

export interface ProbingOptions {
  instances: readonly ConfiguredProbe[];
  /** The cluster's own API, for what its API server is asked beside its objects. */
  api?: Asked;
  logger: LoggerService;
  clock?: Clock;
}

/** Asks all systems of one cluster that are asked over HTTP. */
export class ClusterProbing {
  private readonly objects: ProbedObjects;
  private readonly runners: ProbeRunner[] = [];
  private readonly connections: HttpConnection[] = [];
  private readonly waits: Array<() => void> = [];
  private readonly clock: Clock;

  constructor(
    private readonly host: ProbingHost,
    private readonly options: ProbingOptions,
  ) {
    this.objects = new ProbedObjects(host.store);
    this.clock = options.clock ?? systemClock;
  }

  start(): void {
    const { registry } = this.host.store;
    for (const instance of this.options.instances) {
      this.startInstance(instance, registry.probeOf(instance.probe)!);
    }
    const { api } = this.options;
    if (api) {
      registry
        .probes()
        .filter(({ probe }) => probe.target === 'cluster')
        .forEach(registered => this.startOnCluster(registered, api));
    }
  }

  stop(): void {
    this.runners.forEach(runner => runner.stop());
    this.connections.forEach(connection => connection.close());
    this.waits.forEach(cancel => cancel());
  }

  /** The cluster's API answers again, and so may what stands in the cluster or beside it. */
  hurry(): void {
    this.runners.forEach(runner => runner.hurry());
  }

  /** An object as it was told; undefined where no probe tells of it now. */
  raw(resource: Resource): RawObject | undefined {
    return this.objects.raw(resource);
  }

  /** The source that should have told of an object in its last round and did not. */
  staleSource(resource: Resource): string | undefined {
    return this.objects.staleSource(resource);
  }

  private startInstance(
    instance: ConfiguredProbe,
    { probe, system }: RegisteredProbe,
  ): void {
    const source = `probe:${probe.id}/${instance.name}`;
    const { clock, host } = this;
    const { name, namespace, endpoints } = instance;
    const credentials = new ProbeCredentials(instance, probe.credential, clock);
    const connection = new HttpConnection(source, credentials, clock);
    this.connections.push(connection);
    const target = { name, namespace, endpoints };
    const own = new SourceObject(instance, system.id, clock.now());
    const ownSystem = host.store.registry.get(PROBE_KIND)?.system;
    if (ownSystem) {
      this.objects.expect(`${source} itself`, ownSystem);
    }
    const show = () =>
      ownSystem && this.objects.tell(`${source} itself`, [own.raw()], true);
    this.objects.expect(source, system);
    host.tell(source, 'syncing');
    this.waits.push(
      clock.after(FIRST_ROUND_MILLIS, () => {
        show();
        host.changed();
      }),
    );
    this.runners.push(
      new ProbeRunner(
        {
          source,
          probe,
          target,
          connection,
          url: instance.url,
          reader: () =>
            objectReader(
              host.store.registry,
              system,
              target,
              sourceObjectName(instance),
            ),
          credential: credentials.title,
          everySeconds: instance.everySeconds,
          timeoutSeconds: instance.timeoutSeconds,
          clock,
          logger: this.options.logger,
        },
        {
          listed: kind => this.listed(kind),
          state: (state = 'live', message, { failed }) => {
            own.round(state, message, failed, clock.now());
            host.tell(source, state, message);
          },
          told: (memory, complete) => {
            this.objects.tell(
              source,
              memory.objects(),
              complete,
              memory.lastKnown(),
            );
            show();
            host.changed();
          },
        },
      ).start(),
    );
    host.changed();
  }

  private startOnCluster({ probe, system }: RegisteredProbe, api: Asked): void {
    const { host, clock } = this;
    const source = `probe:${probe.id}/${host.name}`;
    const target = { name: host.name, namespace: host.name, endpoints: [] };
    const latest = clock.now() + READY_MILLIS;
    this.objects.expect(source, system);
    const runner = new ProbeRunner(
      {
        source,
        probe,
        target,
        connection: api,
        reader: () => objectReader(host.store.registry, system, target),
        credential: "the cluster's credential",
        everySeconds: probe.everySeconds ?? DEFAULT_EVERY_SECONDS,
        timeoutSeconds: DEFAULT_TIMEOUT_SECONDS,
        // One kind that cannot be read must not keep the checks of its server from being asked.
        ready: () => host.complete || clock.now() >= latest,
        clock,
        logger: this.options.logger,
      },
      {
        listed: kind => this.listed(kind),
        state: (state, message) => host.tell(source, state, message),
        told: (memory, complete) => {
          this.objects.tell(
            source,
            memory.objects(),
            complete,
            memory.lastKnown(),
          );
          host.changed();
        },
      },
    );
    this.runners.push(runner.start());
  }

  private listed(kind: ReturnType<typeof kindId>): string[] | undefined {
    const { store } = this.host;
    return store.isListed(kind) ? [...store.names(kind)] : undefined;
  }
}
