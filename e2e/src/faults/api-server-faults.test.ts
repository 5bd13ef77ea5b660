import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterEngine } from '@socle/backstage-plugin-socle-backend/src/engine/cluster-engine';
import {
  connectTo,
  HttpClusterReader,
} from '@socle/backstage-plugin-socle-backend/src/reading';
import { SystemRegistry, systems } from '@socle/backstage-plugin-socle-model';
import { ClusterControl, Simulator, startSimulator } from '@socle/simulator';
import { demoPlatform } from '../demo/demo-platform';
import { eventually, pause } from '../demo/living-demo';

const NAME = 'edgit-k8s';
const CLAIM = { kind: '/PersistentVolumeClaim', apiVersion: 'v1' } as const;

const quiet = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => quiet,
};

/** What every kind counts, and every verdict: what no fault may change. */
function picture(engine: ClusterEngine) {
  const verdicts = new Map<string, string>();
  for (const { kind, meta, verdict } of engine.store.all()) {
    verdicts.set(
      `${kind.group}/${kind.kind} ${meta.namespace}/${meta.name}`,
      verdict.status,
    );
  }
  return verdicts;
}

describe('an API server that fails', () => {
  let folder: string;
  let tokenFile: string;
  let simulator: Simulator;
  let control: ClusterControl;
  let engine: ClusterEngine;
  let before: Map<string, string>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'socle-faults-'));
    tokenFile = join(folder, 'token');
    simulator = await startSimulator({
      clusters: [
        { name: NAME, objects: demoPlatform(NAME, Date.now()).objects },
      ],
      living: true,
    });
    control = simulator.cluster(NAME);
    writeFileSync(tokenFile, simulator.token);
    engine = new ClusterEngine({
      name: NAME,
      title: NAME,
      reader: new HttpClusterReader(
        connectTo(NAME, { server: { url: simulator.url(NAME), tokenFile } }),
      ),
      registry: new SystemRegistry(systems),
      logger: quiet,
      onChange: () => {},
    });
    engine.start();
    await eventually(() => engine.complete, 'the first reading is complete');
    await pause(1_500);
    before = picture(engine);
    expect(before.size).toBeGreaterThan(900);
  }, 60_000);

  afterEach(async () => {
    engine.stop();
    await simulator.close();
    await rm(folder, { recursive: true });
  });

  /** A change that the engine must come to see, and nothing else that changed. */
  async function followsAgain(milliseconds = 40_000) {
    const [claim] = [...engine.store.ofKind(CLAIM.kind)].filter(
      ({ verdict }) => verdict.status === 'healthy',
    );
    const { namespace, name } = claim.meta;
    const ref = {
      apiVersion: CLAIM.apiVersion,
      kind: 'PersistentVolumeClaim',
      namespace,
      name,
    };
    control.patch(ref, { status: { phase: 'Lost' } });
    const status = () =>
      engine.store.get(CLAIM.kind, namespace, name)?.verdict.status;
    await eventually(
      () => status() === 'failed',
      'a change is seen',
      milliseconds,
    );
    control.patch(ref, { status: { phase: 'Bound' } });
    await eventually(
      () => status() === 'healthy',
      'a change back is seen',
      milliseconds,
    );
    await eventually(
      () => engine.freshness.overall().state === 'live',
      'everything is live',
      milliseconds,
    );
    await pause(500);
    expect(picture(engine)).toEqual(before);
  }

  it('cuts every watch', async () => {
    control.cutWatches();
    await expect(followsAgain()).resolves.toBeUndefined();
  }, 90_000);

  it('restarts with its history compacted', async () => {
    control.restart({ downMs: 3_000 });
    await eventually(
      () => engine.freshness.overall().state === 'unreachable',
      'it is said to be unreachable',
      30_000,
    );
    expect(picture(engine)).toEqual(before);
    await expect(followsAgain()).resolves.toBeUndefined();
  }, 120_000);

  it('compacts (410) while watches are cut', async () => {
    control.compact();
    control.cutWatches();
    await expect(followsAgain()).resolves.toBeUndefined();
  }, 90_000);

  it('is slow', async () => {
    control.setLatency(1_500);
    control.compact();
    control.cutWatches();
    await expect(followsAgain(60_000)).resolves.toBeUndefined();
  }, 150_000);

  it('does not let one kind be read any more, then does', async () => {
    const secrets = {
      group: 'external-secrets.io',
      resource: 'externalsecrets',
    };
    control.forbid(secrets);
    control.compact();
    control.cutWatches();
    await eventually(
      () =>
        engine.freshness.get('external-secrets.io/ExternalSecret')?.state ===
        'notPermitted',
      'that kind is not permitted',
      30_000,
    );
    expect(engine.store.isListed('external-secrets.io/ExternalSecret')).toBe(
      false,
    );
    expect(
      engine.store.count('external-secrets.io/ExternalSecret'),
    ).toBeGreaterThan(0);
    // Everything was cut: the other kinds are read again, each in its turn.
    await eventually(
      () => engine.freshness.get('/Pod')?.state === 'live',
      'the others are live',
      30_000,
    );
    control.allow(secrets);
  }, 90_000);

  it('takes another token from now on', async () => {
    control.rotateToken('another');
    control.cutWatches();
    await pause(500);
    writeFileSync(tokenFile, 'another');
    await expect(followsAgain()).resolves.toBeUndefined();
  }, 90_000);

  it('goes for longer than a heartbeat may take: nothing is called ill by time alone', async () => {
    control.unreachable(true);
    await eventually(
      () => engine.freshness.overall().state === 'unreachable',
      'it is said to be unreachable',
      30_000,
    );
    await pause(55_000);
    expect(picture(engine)).toEqual(before);
    expect(engine.freshness.overall()).toMatchObject({ state: 'unreachable' });
    control.unreachable(false);
    await expect(followsAgain(60_000)).resolves.toBeUndefined();
  }, 240_000);
});
