import {
  KindId,
  kindId,
  RawObject,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import { readJson } from '../reading/answer';
import { Clock, systemClock } from '../reading/clock';
import { ClusterConnection } from '../reading/connection';
import { discover } from '../reading/discovery';
import { KindSink, KindTarget } from '../reading/kind-sink';
import { KindWatch } from '../reading/kind-watch';
import { acceptOf, resourcePath } from '../reading/resource-path';
import { Slots } from '../reading/slots';
import { StringCache } from '../reading/string-cache';
import { ClusterReader, ServedKinds } from './cluster-reader';

/** Lists read at once per cluster: more would only make the API server and this process wait for each other. */
const LISTS_AT_ONCE = 3;

/** Reads a cluster over HTTP. All its watches share a bound on lists and a cache of strings. */
export class HttpClusterReader implements ClusterReader {
  private readonly slots = new Slots(LISTS_AT_ONCE);
  private readonly strings = new StringCache();

  constructor(
    private readonly connection: ClusterConnection,
    private readonly onNotServed: (kind: KindId) => void = () => {},
    private readonly clock: Clock = systemClock,
  ) {}

  async version(): Promise<string> {
    const answer = await readJson(this.connection, this.clock, '/version');
    return stringAt(answer, 'gitVersion') ?? '';
  }

  discover(): Promise<ServedKinds> {
    return discover(this.connection, this.clock);
  }

  watch(target: KindTarget, sink: KindSink): { stop(): void } {
    return new KindWatch(this.connection, target, sink, {
      clock: this.clock,
      slots: this.slots,
      strings: this.strings,
      onNotServed: () => this.onNotServed(kindId(target)),
    }).start();
  }

  async get(
    target: Pick<KindTarget, 'group' | 'version' | 'plural' | 'metadataOnly'>,
    namespace: string | undefined,
    name: string,
  ): Promise<RawObject> {
    return (await readJson(
      this.connection,
      this.clock,
      resourcePath(target, namespace, name),
      { accept: acceptOf(target, 'object') },
    )) as RawObject;
  }

  close(): void {
    this.connection.close();
  }
}
