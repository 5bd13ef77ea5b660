import {
  PROBE_KIND,
  PROBE_VERSION,
  RawObject,
} from '@socle/backstage-plugin-socle-model';
import { SourceState } from '@socle/backstage-plugin-socle-common';
import { ConfiguredProbe } from '../config/probes';

/** The name of the object that stands for a configured instance. */
export function sourceObjectName({ probe, name }: ConfiguredProbe): string {
  return `${probe}.${name}`;
}

/** What the rounds of one instance came to, as an object of the model: the source itself has a health too. */
export class SourceObject {
  private state: SourceState = 'syncing';
  private lastSuccess: number | undefined;
  private failures = 0;
  private message: string | undefined;

  constructor(
    private readonly instance: ConfiguredProbe,
    private readonly system: string,
    private readonly began: number,
  ) {}

  round(
    state: SourceState,
    message: string | undefined,
    failed: boolean,
    now: number,
  ): void {
    this.state = state;
    this.message = message;
    this.failures = failed ? this.failures + 1 : 0;
    if (!failed) this.lastSuccess = now;
  }

  raw(): RawObject {
    const { url, title, probe, name, everySeconds, cluster } = this.instance;
    const [group, kind] = PROBE_KIND.split('/');
    return {
      apiVersion: `${group}/${PROBE_VERSION}`,
      kind,
      metadata: {
        name: sourceObjectName(this.instance),
        uid: `http-sources/${cluster}/${probe}/${name}`,
        creationTimestamp: new Date(this.began).toISOString(),
      },
      spec: { url, title, system: this.system, probe, everySeconds },
      status: {
        state: this.state,
        consecutiveFailures: this.failures,
        ...(this.lastSuccess === undefined
          ? {}
          : { lastSuccess: new Date(this.lastSuccess).toISOString() }),
        ...(this.message ? { lastError: this.message } : {}),
      },
    };
  }
}
