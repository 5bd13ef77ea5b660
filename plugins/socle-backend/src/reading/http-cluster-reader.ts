import {
  isObject,
  RawObject,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import { readJson } from './answer';
import { UnreadableError } from './api-error';
import { Clock, systemClock } from './clock';
import {
  ClusterConnection,
  ClusterRequest,
  ClusterResponse,
} from './connection';
import { discover } from './discovery';
import { KindSink, KindTarget } from './kind-sink';
import { KindWatch, KindWatchOptions } from './kind-watch';
import { acceptOf, resourcePath } from './resource-path';
import { ServedKinds } from './served-kinds';
import { Slots } from './slots';
import { StringCache } from './string-cache';

/** Pages that are read at once of one cluster: bounds what is held in memory, and what the server has to answer. */
const PAGES_AT_ONCE = 4;

/** Reads one cluster over HTTP: its watches share page slots and strings. */
export class HttpClusterReader {
  private readonly clock: Clock;
  private readonly slots = new Slots(PAGES_AT_ONCE);
  private readonly strings = new StringCache();
  private readonly watches = new Set<KindWatch>();

  constructor(
    private readonly connection: ClusterConnection,
    private readonly options: Omit<KindWatchOptions, 'slots' | 'strings'> = {},
  ) {
    this.clock = options.clock ?? systemClock;
  }

  /** The server's version, such as `v1.35.4`. */
  async version(): Promise<string> {
    const answer = await this.ask(
      readJson(this.connection, this.clock, '/version'),
    );
    const version = stringAt(answer, 'gitVersion');
    if (!version) {
      throw new UnreadableError('/version names no version');
    }
    return version;
  }

  async discover(): Promise<ServedKinds> {
    const served = await this.ask(discover(this.connection, this.clock));
    this.watches.forEach(watch => watch.hurry());
    return served;
  }

  watch(target: KindTarget, sink: KindSink): { stop(): void } {
    const { connection, slots, strings } = this;
    const watch = new KindWatch(connection, target, sink, {
      ...this.options,
      slots,
      strings,
    }).start();
    this.watches.add(watch);
    return {
      stop: () => {
        this.watches.delete(watch);
        watch.stop();
      },
    };
  }

  /** One whole object, fetched now; of a kind that is read as metadata only, its metadata. */
  async get(
    target: Pick<KindTarget, 'group' | 'version' | 'plural' | 'metadataOnly'>,
    namespace: string | undefined,
    name: string,
  ): Promise<RawObject> {
    const path = resourcePath(target, namespace, name);
    const answer = await readJson(this.connection, this.clock, path, {
      accept: acceptOf(target, 'object'),
    });
    if (!isObject(answer)) {
      throw new UnreadableError(`${path} was not answered with an object`);
    }
    return answer;
  }

  /** Any request, and whatever it is answered. */
  request(path: string, request?: ClusterRequest): Promise<ClusterResponse> {
    return this.connection.request(path, request);
  }

  close(): void {
    this.watches.forEach(watch => watch.stop());
    this.watches.clear();
    this.connection.close();
  }

  /** Watches are quiet for up to a minute: where another request fails they look at once whether the server has gone. */
  private async ask<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      this.watches.forEach(watch => watch.suspect());
      throw error;
    }
  }
}
