import { ClusterEngine } from '@socle/backstage-plugin-socle-backend/src/engine/cluster-engine';
import {
  ClusterConnection,
  HttpClusterReader,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { kindId, SystemRegistry } from '@socle/backstage-plugin-socle-model';
import { Verdicts, watchedVerdicts } from './verdicts';

const silentLogger = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => silentLogger,
};

/** The portal's own engine on a server, judging by a time that a test sets. */
export class Watching {
  at = 0;
  private readonly engine: ClusterEngine;

  constructor(
    connection: ClusterConnection,
    private readonly registry: SystemRegistry,
  ) {
    const reader = new HttpClusterReader(connection);
    this.engine = new ClusterEngine({
      name: 'server',
      title: 'Server',
      // Without a way to ask anything else: what an API server says of itself is in no dump.
      reader: {
        version: () => reader.version(),
        discover: () => reader.discover(),
        watch: (target, sink) => reader.watch(target, sink),
        get: (target, namespace, name) => reader.get(target, namespace, name),
        close: () => reader.close(),
      },
      registry,
      logger: silentLogger,
      onChange: () => {},
      now: () => this.at,
    });
    this.engine.start();
  }

  get complete(): boolean {
    return this.engine.complete;
  }

  /** With all that is known. */
  verdicts(): Verdicts {
    this.engine.store.settle(this.at);
    return watchedVerdicts(this.engine.store);
  }

  /** As if nothing were known to be absent, which is what a file can say. */
  verdictsOfWhatIsThere(): Verdicts {
    const { store } = this.engine;
    const listed = this.registry
      .ofApi()
      .map(({ kind }) => kindId(kind))
      .filter(kind => store.isListed(kind));
    listed.forEach(kind => store.setListed(kind, false));
    const found = this.verdicts();
    listed.forEach(kind => store.setListed(kind, true));
    store.settle(this.at);
    return found;
  }

  stop(): void {
    this.engine.stop();
  }
}
