import { readContainer } from './container-state';
import type { Trouble } from './pod-facts';

const how = { finite: false, failuresCount: true };
const at = Date.UTC(2026, 9, 2, 7, 58, 1);

it.each<[string, Trouble, string, string]>([
  [
    'crashes with an error of its own',
    {
      name: 'till',
      state: 'waiting',
      reason: 'CrashLoopBackOff',
      restarts: 12,
      last: { reason: 'Error', exitCode: 1, at },
      message: 'back-off 5m0s restarting failed container',
    },
    'PodCrashLooping',
    'till: CrashLoopBackOff, last exit code 1 at 2026-10-02T07:58:01Z, 12 restarts: back-off 5m0s restarting failed container',
  ],
  [
    'has no such command',
    {
      name: 'till',
      state: 'waiting',
      reason: 'CrashLoopBackOff',
      last: { reason: 'StartError', exitCode: 127 },
    },
    'PodCrashLooping',
    'till: CrashLoopBackOff, last exit code 127 (StartError, its command does not exist).',
  ],
  [
    'ends well, again and again',
    {
      name: 'till',
      state: 'waiting',
      reason: 'CrashLoopBackOff',
      last: { reason: 'Completed', exitCode: 0 },
    },
    'PodCrashLooping',
    'till: CrashLoopBackOff, though it last ended with exit code 0: it does not stay.',
  ],
  [
    'is killed for memory before it is ready',
    {
      name: 'warm-up',
      init: true,
      state: 'waiting',
      reason: 'CrashLoopBackOff',
      last: { reason: 'OOMKilled', exitCode: 137 },
    },
    'PodOutOfMemory',
    'Init: warm-up: was killed for memory again and again, last exit code 137.',
  ],
  [
    'has no access to its image',
    {
      name: 'till',
      state: 'waiting',
      reason: 'ErrImagePull',
      message: 'failed to authorize: 401 Unauthorized',
    },
    'PodImagePullFailed',
    'till: ErrImagePull, the registry refuses access: a pull secret is missing or wrong, or the repository does not exist: failed to authorize: 401 Unauthorized',
  ],
  [
    'has no Secret',
    {
      name: 'till',
      state: 'waiting',
      reason: 'CreateContainerConfigError',
      message: 'secret "till-key" not found',
    },
    'PodConfigMissing',
    'till: CreateContainerConfigError: secret "till-key" not found',
  ],
  [
    'broke',
    { name: 'till', state: 'terminated', reason: 'Error', exitCode: 139 },
    'PodContainerFailed',
    'till: has ended (Error), exit code 139 (segmentation fault).',
  ],
])('%s', (_, container, reason, text) => {
  const finding = readContainer(container, how);
  expect(finding?.reason).toBe(reason);
  expect(finding?.text).toBe(text);
});

it('quotes how a waiting container ended last', () => {
  const finding = readContainer(
    {
      name: 'till',
      state: 'waiting',
      reason: 'CrashLoopBackOff',
      message: 'back-off',
      last: { reason: 'Error', exitCode: 3 },
    },
    how,
  );
  expect(finding?.more).toEqual([
    {
      path: 'status.containerStatuses[name=till].state.waiting.message',
      value: 'back-off',
    },
    {
      path: 'status.containerStatuses[name=till].lastState.terminated.exitCode',
      value: 3,
    },
    {
      path: 'status.containerStatuses[name=till].lastState.terminated.reason',
      value: 'Error',
    },
  ]);
});
