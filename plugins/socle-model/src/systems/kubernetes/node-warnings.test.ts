import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { systems } from '..';

it('warns of a kubelet that is too old for the API server', () => {
  const store = new ResourceStore(new SystemRegistry(systems));
  const node = store.apply({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'elder-1', uid: 'n' },
    status: {
      nodeInfo: { kubeletVersion: 'v1.31.4' },
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  })!;
  store.settle(0);
  expect(node.verdict.warnings).toBeUndefined();

  store.apply({
    apiVersion: 'control-plane.socle.dev/v1',
    kind: 'ApiServer',
    metadata: { name: 'lyon', namespace: 'lyon', uid: 'a' },
    status: { version: 'v1.35.1' },
  });
  store.settle(0);
  expect(node.verdict).toMatchObject({
    status: 'healthy',
    warnings: [
      'Its kubelet v1.31.4 is 4 minor versions older than the API server v1.35.1; 3 are supported.',
    ],
  });
});

it('warns of what the node problem detector has found', () => {
  const store = new ResourceStore(new SystemRegistry(systems));
  const node = store.apply({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'rusty-1', uid: 'n' },
    status: {
      conditions: [
        { type: 'Ready', status: 'True' },
        { type: 'KernelDeadlock', status: 'False', message: 'fine' },
        {
          type: 'ReadonlyFilesystem',
          status: 'True',
          message: 'Filesystem is read-only',
        },
      ],
    },
  })!;
  store.settle(0);
  expect(node.verdict).toMatchObject({
    status: 'healthy',
    warnings: ['ReadonlyFilesystem: Filesystem is read-only'],
  });
});
