import {
  configMap,
  Lab,
  startLab,
  widget,
  widgets,
} from '../__testing__/api-client';
import { listAt } from '../storage/object';

const maps = '/api/v1/namespaces/default/configmaps';
const crs = '/apis/lab.example/v1/namespaces/default/widgets';

describe('patches', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await startLab({
      objects: [widgets, configMap('a', { data: { k: 'v' } })],
    });
  });
  afterEach(() => lab.simulator.close());

  it.each([
    [
      'merge',
      'application/merge-patch+json',
      { data: { k: null, n: '1' } },
      { n: '1' },
    ],
    [
      'strategic',
      'application/strategic-merge-patch+json',
      { data: { n: '1' } },
      { k: 'v', n: '1' },
    ],
    [
      'JSON',
      'application/json-patch+json',
      [
        { op: 'test', path: '/data/k', value: 'v' },
        { op: 'add', path: '/data/a~1b', value: 'c' },
        { op: 'remove', path: '/data/k' },
      ],
      { 'a/b': 'c' },
    ],
  ])('patches: %s', async (_form, media, patch, data) => {
    const { code, body } = await lab.api.call('PATCH', `${maps}/a`, patch, {
      'Content-Type': media,
    });
    expect(code).toBe(200);
    expect(body.data).toEqual(data);
  });

  it('merges lists by key in a strategic patch, and refuses it for custom resources', async () => {
    const strategic = {
      'Content-Type': 'application/strategic-merge-patch+json',
    };
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p', namespace: 'default' },
      spec: {
        containers: [
          { name: 'one', image: 'x:1' },
          { name: 'two', image: 'y:1' },
        ],
      },
    };
    lab.control.apply(pod);
    const patch = { spec: { containers: [{ name: 'two', image: 'y:2' }] } };
    const { body } = await lab.api.call(
      'PATCH',
      '/api/v1/namespaces/default/pods/p',
      patch,
      strategic,
    );
    expect(listAt(body, 'spec', 'containers')).toEqual([
      { name: 'one', image: 'x:1' },
      { name: 'two', image: 'y:2' },
    ]);
    lab.control.apply(widget('w'));
    expect((await lab.api.call('PATCH', `${crs}/w`, {}, strategic)).code).toBe(
      415,
    );
  });

  it('refuses a JSON patch whose test fails or whose path is not there', async () => {
    const json = { 'Content-Type': 'application/json-patch+json' };
    const test = [{ op: 'test', path: '/data/k', value: 'other' }];
    expect((await lab.api.call('PATCH', `${maps}/a`, test, json)).code).toBe(
      422,
    );
    const path = [{ op: 'remove', path: '/data/none' }];
    expect((await lab.api.call('PATCH', `${maps}/a`, path, json)).code).toBe(
      422,
    );
  });

  it('applies on the server: creates, then adds', async () => {
    const apply = { 'Content-Type': 'application/apply-patch+yaml' };
    const yaml =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: new}\ndata: {x: "1"}\n';
    expect((await lab.api.call('PATCH', `${maps}/new`, yaml, apply)).code).toBe(
      422,
    );
    const first = await lab.api.call(
      'PATCH',
      `${maps}/new?fieldManager=me`,
      yaml,
      apply,
    );
    expect(first.code).toBe(201);
    const second = await lab.api.call(
      'PATCH',
      `${maps}/new?fieldManager=me`,
      yaml.replace('x', 'y'),
      apply,
    );
    expect(second).toMatchObject({
      code: 200,
      body: { data: { x: '1', y: '1' } },
    });
  });
});
