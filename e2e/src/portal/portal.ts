import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';
import { ProcessGroup, Running } from './process-group';

const DEMO_TOKEN = 'journeys';
const READY_WITHIN_MS = 120_000;
/** Copies are rebuilt in seconds and not in a minute. */
const PACE = '20';

/** The demo cluster that the journeys go through. */
export const CLUSTER = 'edgit-k8s';

/** The whole portal as `npm start` runs it, on ports and data of its own. */
export class Portal {
  private token?: { value: string; until: number };
  private simulator?: Running;
  private backend?: Running;

  private constructor(
    readonly url: string,
    private readonly simulatorPort: number,
    private readonly data: string,
    private readonly group: ProcessGroup,
  ) {}

  static async start(): Promise<Portal> {
    const [port, simulatorPort] = [await freePort(), await freePort()];
    const data = await mkdtemp(join(tmpdir(), 'socle-e2e-'));
    const portal = new Portal(
      `http://localhost:${port}`,
      simulatorPort,
      data,
      new ProcessGroup(),
    );
    await portal.startSimulator();
    portal.backend = portal.group.start(
      'The portal',
      [
        '--no-node-snapshot',
        '--require',
        '@backstage/cli-node/config/nodeTransform.cjs',
        'packages/backend/src/index.ts',
        '--config',
        'app-config.yaml',
        '--config',
        'app-config.demo.yaml',
      ],
      {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
        SOCLE_PORT: String(port),
        SOCLE_BASE_URL: portal.url,
        SOCLE_DATA: data,
        SOCLE_DEMO_URL: `http://127.0.0.1:${simulatorPort}`,
        SOCLE_DEMO_TOKEN: DEMO_TOKEN,
        SOCLE_DEMO_GITHUB_HOST: `127.0.0.1:${simulatorPort}`,
        SOCLE_DEMO_GITHUB_API: `http://127.0.0.1:${simulatorPort}/api/v3`,
        SOCLE_DEMO_GITHUB_TOKEN: DEMO_TOKEN,
      },
    );
    await portal.ready();
    return portal;
  }

  /** Starts the demo platform, on the same port again after it was stopped. */
  async startSimulator(): Promise<void> {
    const file = process.env.SOCLE_E2E_SIMULATOR;
    if (!file) {
      throw new Error('Run the journeys with: npm run e2e');
    }
    this.simulator = this.group.start(
      'The demo platform',
      [
        ...[file, '--demo', '--token', DEMO_TOKEN],
        ...['--port', String(this.simulatorPort), '--pace', PACE],
      ],
      process.env,
    );
    await this.simulator.line(line => line.startsWith('{"ready":true'));
  }

  async stopSimulator(): Promise<void> {
    await this.simulator?.stop();
  }

  /** Does something to the demo cluster: an action of the simulator's control endpoint. */
  async control(action: string, body: object): Promise<void> {
    const answer = await fetch(
      `http://127.0.0.1:${this.simulatorPort}/control/clusters/${CLUSTER}/${action}`,
      {
        method: 'POST',
        headers: {
          authorization: `Bearer ${DEMO_TOKEN}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      },
    );
    if (!answer.ok) {
      throw new Error(`${action}: ${answer.status} ${await answer.text()}`);
    }
  }

  /** Reads from the portal's API as the guest. */
  async get<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.local}${path}`, {
      headers: { authorization: `Bearer ${await this.guestToken()}` },
    });
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
    return (await answer.json()) as T;
  }

  async stop(): Promise<void> {
    await Promise.all([this.backend?.stop(), this.simulator?.stop()]);
    await rm(this.data, { recursive: true, force: true });
  }

  private get local(): string {
    return this.url.replace('localhost', '127.0.0.1');
  }

  private async ready(): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS;
    let ended = false;
    this.backend?.ended.then(() => {
      ended = true;
    });
    while (!ended && Date.now() < until) {
      const answer = await fetch(
        `${this.local}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    throw this.backend?.trouble(ended ? 'ended' : 'was not ready in time');
  }

  private async guestToken(): Promise<string> {
    if (!this.token || this.token.until < Date.now()) {
      const answer = await fetch(`${this.local}/api/auth/guest/refresh`, {
        method: 'POST',
      });
      const { backstageIdentity } = await answer.json();
      this.token = {
        value: backstageIdentity.token,
        until: Date.now() + 5 * 60_000,
      };
    }
    return this.token.value;
  }
}
