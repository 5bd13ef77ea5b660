import {
  buildChain,
  findIncidents,
  KindId,
  Resource,
  storageView,
} from '@socle/backstage-plugin-socle-model';
import { eventually, LivingDemo, pause, startLivingDemo } from './living-demo';

const NAME = 'edgit-k8s';
/** Nothing that is broken already runs here: what is new has one root. */
const NODE = 'gx10';

jest.setTimeout(60_000);

/** `rclone` of `rclone-6d4c8b9f7d-x2x7k`. */
const workloadOf = (pod: string) => pod.split('-').slice(0, -2).join('-');

const idOf = ({ kind, meta }: Resource) =>
  `${kind.group}/${kind.kind} ${meta.namespace ?? ''}/${meta.name}`;

describe('a node of the demo that dies and comes back', () => {
  let demo: LivingDemo;
  afterEach(() => demo.stop());

  const get = (kind: KindId, namespace: string | undefined, name: string) =>
    demo.engine.store.get(kind, namespace, name);
  const longhorn = (kind: string, name: unknown) =>
    get(`longhorn.io/${kind}`, 'longhorn-system', String(name));
  const statusOf = (resource: Resource | undefined) => resource?.verdict.status;
  const verdicts = (of: (resource: Resource) => boolean = () => true) =>
    Object.fromEntries(
      [...demo.engine.store.all()]
        .filter(resource => resource.kind.kind !== 'Event' && of(resource))
        .map(resource => [
          idOf(resource),
          `${resource.verdict.status} ${resource.verdict.reason}`,
        ])
        .sort(),
    );
  const rootsOf = () =>
    findIncidents(demo.engine.store, NAME).map(
      ({ root }) => `${root.kind}/${root.name}`,
    );

  /** A copy on the node of a volume that is whole and attached elsewhere. */
  function copyThere(): Resource {
    const found = [...demo.engine.store.ofKind('longhorn.io/Replica')].find(
      ({ facts }) => {
        const volume = longhorn('Volume', facts.volumeName);
        return (
          facts.nodeID === NODE &&
          statusOf(volume) === 'healthy' &&
          volume?.facts.state === 'attached' &&
          volume.facts.currentNodeID !== NODE
        );
      },
    );
    if (!found) throw new Error(`No copy of a healthy volume is on ${NODE}.`);
    return found;
  }

  function chainOf(replica: Resource) {
    const volume = longhorn('Volume', replica.facts.volumeName)!;
    return buildChain(demo.engine.store, NAME, storageView, volume);
  }

  it('degrades the volumes that had a copy there, and heals them, and shows nothing that is not so', async () => {
    demo = await startLivingDemo(NAME, { pace: 20 });
    const before = verdicts();
    const roots = rootsOf();
    const replica = copyThere();
    const { volumeName, engineName } = replica.facts;
    expect(chainOf(replica).break).toBeUndefined();

    demo.control.nodeDown(NODE, { immediately: true });
    await eventually(
      () =>
        statusOf(get('/Node', undefined, NODE)) === 'failed' &&
        statusOf(longhorn('Volume', volumeName)) === 'degraded' &&
        statusOf(longhorn('Replica', replica.meta.name)) === 'failed',
      'the volume is degraded',
    );
    await pause(1_000);
    const volume = longhorn('Volume', volumeName)!;
    expect(volume.verdict.reason).toBe('LonghornVolumeDegraded');
    const modes = longhorn('Engine', engineName)?.facts.modes as object;
    expect(Object.values(modes)).toEqual(['RW', 'RW']);
    expect(Object.keys(modes)).not.toContain(replica.meta.name);
    expect(chainOf(replica).break).toMatchObject({
      ref: { kind: 'Replica', name: replica.meta.name },
      reason: 'LonghornReplicaFailed',
      cause: { ref: { kind: 'Node', name: NODE }, reason: 'NodeSilent' },
    });
    // All that is new has one root.
    expect(rootsOf().sort()).toEqual([...roots, `Node/${NODE}`].sort());
    expect(demo.told.filter(({ to }) => to === 'healthy')).toEqual([]);
    expect(
      demo.told.filter(
        ({ kind, to }) =>
          to === 'failed' &&
          ![
            '/Node',
            '/Service',
            'discovery.k8s.io/EndpointSlice',
            // Of an application whose only pod was there.
            'gateway.networking.k8s.io/HTTPRoute',
            'longhorn.io/Node',
            'longhorn.io/Replica',
          ].includes(kind),
      ),
    ).toEqual([]);

    demo.told.length = 0;
    demo.control.nodeUp(NODE);
    await eventually(
      () => statusOf(longhorn('Volume', volumeName)) === 'healthy',
      'the volume is healthy again',
      10_000,
    );
    expect(chainOf(replica).break).toBeUndefined();
    await eventually(
      () => JSON.stringify(verdicts()) === JSON.stringify(before),
      'everything is as it was before',
      10_000,
    );
    const worse = demo.told.filter(
      ({ from, to }) =>
        to === 'failed' || (to === 'degraded' && from === 'healthy'),
    );
    // What was broken before, and hidden by the silence of its node, shows again.
    expect(
      worse.filter(
        ({ kind, namespace, name, reason }) =>
          before[`${kind} ${namespace ?? ''}/${name}`] !== `failed ${reason}`,
      ),
    ).toEqual([]);
  });

  it('moves evicted pods: services answer again, what crashed crashes there, and all is well when it is back', async () => {
    demo = await startLivingDemo(NAME, { pace: 200 });
    const lasting = ({ kind, meta }: Resource) =>
      !['Pod', 'Lease'].includes(kind.kind) && meta.name !== NODE;
    const before = verdicts(lasting);
    const there = [...demo.engine.store.ofKind('/Pod')].filter(
      ({ facts, meta }) =>
        facts.nodeName === NODE && meta.owners?.[0].kind === 'ReplicaSet',
    );
    // One whose Service has no other pod, and that no volume holds back.
    const evicted = there.find(pod => {
      const { meta } = pod;
      const service = get('/Service', meta.namespace, workloadOf(meta.name));
      const deployment = get(
        'apps/Deployment',
        meta.namespace,
        workloadOf(meta.name),
      );
      return (
        statusOf(service) === 'healthy' &&
        deployment?.facts.replicas === 1 &&
        !demo.engine.store
          .linksOf(pod)
          .some(({ kinds }) => kinds.includes('/PersistentVolumeClaim'))
      );
    })!;
    const { namespace } = evicted.meta;
    const workload = workloadOf(evicted.meta.name);
    demo.control.nodeDown(NODE);
    await eventually(
      () =>
        get('/Pod', namespace, evicted.meta.name)?.meta.deleting !== undefined,
      'pods are evicted',
    );
    await eventually(
      () =>
        statusOf(get('/Service', namespace, workload)) === 'healthy' &&
        statusOf(get('apps/Deployment', namespace, workload)) === 'healthy',
      'a service with its pod elsewhere answers again',
    );
    expect(
      demo.told
        .filter(({ kind, name }) => kind === '/Service' && name === workload)
        .map(({ to }) => to),
    ).toEqual(['failed', 'healthy']);
    await pause(500);
    const crashing = [...demo.engine.store.ofKind('/Pod')].filter(
      ({ verdict }) => verdict.reason === 'PodCrashLooping',
    );
    expect(crashing).toHaveLength(1);

    demo.control.nodeUp(NODE);
    await eventually(
      () => JSON.stringify(verdicts(lasting)) === JSON.stringify(before),
      'everything is as it was before',
    );
    const gone = [...demo.engine.store.ofKind('/Pod')].filter(
      ({ facts, meta }) => facts.nodeName === NODE && meta.deleting,
    );
    expect(gone).toEqual([]);
  });
});
