import { configMap, Lab, startLab } from '../__testing__/api-client';
import { longhornPlatform } from '../__testing__/longhorn-platform';
import { startSimulator } from '../simulator';
import { textAt } from '../storage/object';
import { parseScenario } from './scenario';

const pause = (milliseconds: number) =>
  new Promise(resolve => setTimeout(resolve, milliseconds));
const ref = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  namespace: 'default',
  name: 'a',
};

describe('a scenario', () => {
  it('knows when each step comes', () => {
    const scenario = parseScenario(
      {
        pace: 2,
        loop: true,
        cluster: 'one',
        steps: [
          { after: '10s', compact: true },
          { after: '1m', cutWatches: true, compact: true },
          { at: '00:30', cluster: 'two', nodeDown: 'n1' },
          { at: '1:00:05', every: '5s', touch: ref },
        ],
      },
      'f.yaml',
    );
    expect(scenario).toMatchObject({ pace: 2, loop: true, length: 3_605_000 });
    expect(
      scenario.steps.map(({ at, cluster, action }) => [at, cluster, action]),
    ).toEqual([
      [10_000, 'one', 'compact'],
      [70_000, 'one', 'cutWatches'],
      [70_000, 'one', 'compact'],
      [30_000, 'two', 'nodeDown'],
      [3_605_000, 'one', 'touch'],
    ]);
  });

  it.each([
    [{}, 'f.yaml has no list "steps"'],
    [{ steps: [{ after: 'soon' }] }, 'f.yaml, step 1: "after" is not a time'],
    [
      { steps: [{ at: 1, explode: true }] },
      'f.yaml, step 1: there is no "explode"',
    ],
  ])('is refused where it cannot be read: %j', (document, message) => {
    expect(() => parseScenario(document, 'f.yaml')).toThrow(message);
  });

  it('plays over time, with its times meaning the moment of the step', async () => {
    const problems: string[] = [];
    const simulator = await startSimulator({
      clusters: [{ name: 'lab', objects: longhornPlatform() }],
      onProblem: message => problems.push(message),
      scenario: {
        steps: [
          { at: '10ms', apply: configMap('a', { data: { time: '${now}' } }) },
          { at: '20ms', patch: { ref, merge: { data: { more: 'yes' } } } },
          { at: '30ms', nodeDown: { node: 'n3', immediately: true } },
          { at: '40ms', delete: { ...ref, name: 'nobody' } },
          { at: '50ms', forbid: { resource: 'pods' } },
        ],
      },
    });
    await pause(150);
    const control = simulator.cluster('lab');
    expect(control.get(ref)).toMatchObject({
      data: { time: expect.stringMatching(/^20.*Z$/), more: 'yes' },
    });
    const node = control.get({ apiVersion: 'v1', kind: 'Node', name: 'n3' });
    expect(JSON.stringify(node?.status)).toContain('NodeStatusUnknown');
    expect(problems).toEqual([
      'Scenario step "delete" failed: configmaps "nobody" not found',
    ]);
    await simulator.close();
  });
});

describe('/control', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await startLab({ objects: [configMap('a'), ...longhornPlatform()] });
  });
  afterEach(() => lab.simulator.close());

  const control = (
    method: string,
    path: string,
    body?: unknown,
    token = lab.simulator.token,
  ) =>
    fetch(`http://127.0.0.1:${lab.simulator.port}/control${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });

  it.each([
    ['node-down', { node: 'n3', immediately: true }],
    ['node-up', { node: 'n3' }],
    ['apply', configMap('b')],
    ['patch', { ref, merge: { data: { x: 'y' } } }],
    ['touch', { ref }],
    ['delete', { ref }],
    ['cut-watches', undefined],
    ['compact', undefined],
    ['restart', { down: '10ms' }],
    ['forbid', { resource: 'pods' }],
    ['allow', { resource: 'pods' }],
    ['latency', { ms: 5 }],
    ['latency', '5ms'],
    ['throttle', { requests: 1, retryAfterSeconds: 2 }],
    ['unreachable', { on: true }],
    ['stall-watches', { on: true }],
    ['check', { name: 'etcd', passes: false }],
    ['silence', { kind: 'Lease' }],
    ['speak', {}],
    ['freeze', { on: true }],
    ['token', { token: 'other' }],
  ])('does %s', async (action, body) => {
    const answer = await control('POST', `/clusters/lab/${action}`, body);
    expect(await answer.json()).toMatchObject({ name: 'lab' });
    expect(answer.status).toBe(200);
  });

  it('says what is wrong', async () => {
    const say = async (answer: Response) => [
      answer.status,
      textAt(await answer.json(), 'message'),
    ];
    expect(
      await say(await control('GET', '/clusters', undefined, 'wrong')),
    ).toEqual([401, 'Unauthorized']);
    expect(await say(await control('POST', '/clusters/none/compact'))).toEqual([
      404,
      'There is no cluster "none"',
    ]);
    expect(await say(await control('POST', '/clusters/lab/explode'))).toEqual([
      404,
      'There is no action "explode"',
    ]);
    expect(
      await say(await control('POST', '/clusters/lab/forbid', {})),
    ).toEqual([400, '"resource" is missing']);
    expect(
      await say(await control('POST', '/clusters/lab/node-down', 'n9')),
    ).toEqual([422, 'There is no Node "n9".']);
    expect(await say(await control('GET', '/clusters/lab/compact'))).toEqual([
      405,
      'Actions are called with POST',
    ]);
  });

  it('lists the clusters', async () => {
    expect(await (await control('GET', '/clusters')).json()).toMatchObject({
      clusters: [{ name: 'lab', openWatches: 0 }],
    });
  });
});
