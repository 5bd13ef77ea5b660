import {
  KindTarget,
  KindWatch,
  KindWatchOptions,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { ApiServer } from './api-server';
import { CollectingSink, eventually } from './collecting-sink';
import { configMaps, namespaces, podTemplates } from './kinds';
import { SuiteClient } from './suite-client';
import { TappedConnection } from './tapped-connection';

/** One server, and for each case a namespace, a connection that is listened to, and an empty sink. */
export class Suite {
  client!: SuiteClient;
  tap!: TappedConnection;
  sink = new CollectingSink();
  space = '';
  private readonly watches: KindWatch[] = [];
  private running: ApiServer | undefined;
  private spaces = 0;

  get server(): ApiServer {
    if (!this.running) {
      throw new Error('the server does not run');
    }
    return this.running;
  }

  begin(server: ApiServer): void {
    this.running = server;
    this.client = new SuiteClient(server.admin);
  }

  async end(): Promise<void> {
    await this.running?.stop();
  }

  async beginCase(): Promise<void> {
    this.tap = new TappedConnection(this.server.admin);
    this.sink = new CollectingSink();
    this.spaces += 1;
    this.space = `suite-${this.spaces}`;
    await this.client.create(namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: this.space },
    });
  }

  endCase(): void {
    this.watches.splice(0).forEach(watch => watch.stop());
  }

  start(target: KindTarget, options: KindWatchOptions = {}): KindWatch {
    const watch = new KindWatch(this.tap, target, this.sink, options).start();
    this.watches.push(watch);
    return watch;
  }

  /** Waits until a watch is open. */
  watching(): Promise<void> {
    return eventually(() => expect(this.tap.openWatches).toBe(1));
  }

  /** Waits until these are what is known of the case's namespace. */
  found(...names: string[]): Promise<void> {
    return eventually(() => expect(this.sink.names(this.space)).toEqual(names));
  }

  putConfigMap(name: string, labels = {}, data = {}): Promise<unknown> {
    return this.client.create(
      configMaps,
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels }, data },
      this.space,
    );
  }

  putTemplate(name: string): Promise<unknown> {
    return this.client.create(
      podTemplates,
      {
        apiVersion: 'v1',
        kind: 'PodTemplate',
        metadata: { name },
        template: { spec: { containers: [{ name: 'a', image: 'a' }] } },
      },
      this.space,
    );
  }
}
