import { Resource } from '@socle/backstage-plugin-socle-model';
import { Silence } from '@socle/simulator';
import { eventually, LivingDemo, pause, startLivingDemo } from './living-demo';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

jest.setTimeout(90_000);

/** Time that can be moved on; simulator and engine live by it. */
class MovedClock {
  private readonly began = Date.now();
  private moved = 0;

  readonly now = () => Date.now() + this.moved;

  /** So long after its start, however long the test took to get here. */
  moveTo(sinceStart: number): void {
    const missing = this.began + sinceStart - this.now();
    this.moved += Math.max(0, missing);
  }
}

/** Operators that fall silent as the demo starts; `wellAt` and `dueAt` lie just before and after what their rule states. */
const CASES: Array<{
  operator: string;
  silence: Silence;
  falls(resource: Resource): boolean;
  wellAt: number;
  dueAt: number;
  shows: string;
}> = [
  {
    operator: 'External Secrets',
    silence: { group: 'external-secrets.io' },
    falls: ({ kind, meta }) =>
      kind.kind === 'ExternalSecret' && meta.name !== 'n8n-smtp',
    // Refreshed 20 min before the start; three intervals of an hour are allowed.
    wellAt: 159 * MINUTE,
    dueAt: 161 * MINUTE,
    shows: 'degraded ExternalSecretStale stale',
  },
  {
    operator: 'Argo CD, for one Application',
    silence: { group: 'argoproj.io', name: 'keycloak' },
    falls: ({ kind, meta }) =>
      kind.kind === 'Application' && meta.name === 'keycloak',
    // Compared 1 min before the start; three refreshes of 3 min are allowed.
    wellAt: 7.5 * MINUTE,
    dueAt: 8.5 * MINUTE,
    shows: 'healthy ArgoSynced stale',
  },
  {
    operator: 'the scheduler',
    silence: { kind: 'Lease', name: 'kube-scheduler' },
    falls: ({ kind, meta }) =>
      kind.kind === 'Lease' && meta.name === 'kube-scheduler',
    // The test takes some seconds to begin; its Lease holds for 15 s, and 5 s of skew are allowed.
    wellAt: 0,
    dueAt: 40 * SECOND,
    shows: 'failed LeaseNoActiveLeader',
  },
];

describe.each(CASES)(
  'a silence of $operator',
  ({ silence, falls, wellAt, dueAt, shows }) => {
    let demo: LivingDemo;
    afterEach(() => demo.stop());

    const shown = (of: (resource: Resource) => boolean) =>
      Object.fromEntries(
        [...demo.engine.store.all()]
          .filter(of)
          .map(({ kind, meta, verdict }) => [
            `${kind.group}/${kind.kind} ${meta.namespace ?? ''}/${meta.name}`,
            [verdict.status, verdict.reason, ...(verdict.flags ?? [])].join(
              ' ',
            ),
          ])
          .sort(),
      );
    /** Applications may rest on what has fallen silent, and the control plane on its leaders. */
    const rests = ({ kind }: Resource) =>
      ['Application', 'ControlPlane'].includes(kind.kind);

    it('shows at the minute that its rule states, and nothing else turns', async () => {
      const clock = new MovedClock();
      demo = await startLivingDemo('edgit-k8s', { now: clock.now });
      const others = (resource: Resource) => !falls(resource);
      const apart = (resource: Resource) =>
        others(resource) && !rests(resource);
      const before = { fallen: shown(falls), others: shown(apart) };
      expect(Object.keys(before.fallen)).not.toEqual([]);
      demo.control.silence(silence);

      clock.moveTo(wellAt);
      // Until heartbeats came in, with which everything that is due is judged.
      await pause(3_000);
      expect(shown(falls)).toEqual(before.fallen);

      clock.moveTo(dueAt);
      await eventually(
        () => Object.values(shown(falls)).every(one => one === shows),
        `${Object.keys(before.fallen)[0]} shows ${shows}`,
        10_000,
      );
      await eventually(
        () => JSON.stringify(shown(apart)) === JSON.stringify(before.others),
        'everything else is as before',
      );

      demo.control.speak();
      await eventually(
        () =>
          JSON.stringify(shown(falls)) === JSON.stringify(before.fallen) &&
          JSON.stringify(shown(apart)) === JSON.stringify(before.others),
        'it is as before when the operator speaks again',
      );
    });
  },
);
