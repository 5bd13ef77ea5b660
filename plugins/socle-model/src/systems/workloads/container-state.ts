import { plural } from './counts';
import type { Trouble } from './pod-facts';

/** What one container's state says of its pod. */
export interface Finding {
  status: 'failed' | 'progressing' | 'unknown';
  reason: string;
  text: string;
  path: string;
  value: string | number | null;
}

const WAITING: { [reason: string]: string } = {
  CrashLoopBackOff: 'PodCrashLooping',
  ErrImagePull: 'PodImagePullFailed',
  ImagePullBackOff: 'PodImagePullFailed',
  RegistryUnavailable: 'PodImagePullFailed',
  SignatureValidationFailed: 'PodImagePullFailed',
  ErrImageNeverPull: 'PodImageAbsent',
  InvalidImageName: 'PodImageInvalid',
  ImageInspectError: 'PodImageInvalid',
  CreateContainerConfigError: 'PodConfigMissing',
  CreateContainerError: 'PodContainerCannotStart',
  RunContainerError: 'PodContainerCannotStart',
  StartError: 'PodContainerCannotStart',
  ContainerCannotRun: 'PodContainerCannotStart',
  CreatePodSandboxError: 'PodContainerCannotStart',
  ConfigPodSandboxError: 'PodContainerCannotStart',
  KillPodSandboxError: 'PodContainerCannotStart',
  KillContainerError: 'PodContainerCannotStart',
  PostStartHookError: 'PodHookFailed',
  PreCreateHookError: 'PodHookFailed',
  PreStartHookError: 'PodHookFailed',
};

const ON_ITS_WAY = ['ContainerCreating', 'PodInitializing'];

/** Undefined where the state alone says nothing: the container runs, or has ended as it may. */
export function readContainer(
  container: Trouble,
  pod: { finite: boolean; failuresCount: boolean },
): Finding | undefined {
  switch (container.state) {
    case 'waiting':
      return readWaiting(container);
    case 'terminated':
      return readTerminated(container, pod);
    case 'running':
      return undefined;
    default:
      return finding(
        'progressing',
        'PodStarting',
        container,
        'has no state yet',
        'state',
        null,
      );
  }
}

function readWaiting(container: Trouble): Finding {
  const { reason, last } = container;
  const path = 'state.waiting.reason';
  if (reason === undefined || ON_ITS_WAY.includes(reason)) {
    return finding(
      'progressing',
      'PodStarting',
      container,
      `waits${reason ? ` (${reason})` : ''}`,
      path,
      reason ?? null,
    );
  }
  if (reason === 'CrashLoopBackOff' && last?.reason === 'OOMKilled') {
    return finding(
      'failed',
      'PodOutOfMemory',
      container,
      'was killed for memory again and again',
      'lastState.terminated.reason',
      'OOMKilled',
    );
  }
  const code =
    WAITING[reason] ??
    (/^Err|(Error|BackOff)$/.test(reason)
      ? 'PodContainerCannotStart'
      : undefined);
  return code
    ? finding('failed', code, container, reason, path, reason)
    : finding(
        'unknown',
        'PodStateUnknown',
        container,
        `waits for "${reason}", which is not known`,
        path,
        reason,
      );
}

function readTerminated(
  container: Trouble,
  { finite, failuresCount }: { finite: boolean; failuresCount: boolean },
): Finding | undefined {
  const { reason, exitCode } = container;
  const path = 'state.terminated.reason';
  if (reason === 'OOMKilled') {
    return finding(
      'failed',
      'PodOutOfMemory',
      container,
      'was killed for memory',
      path,
      reason,
    );
  }
  if (reason === 'ContainerStatusUnknown') {
    return finding(
      'failed',
      'PodContainerLost',
      container,
      'was lost by its node',
      path,
      reason,
    );
  }
  if (reason !== undefined && WAITING[reason] !== undefined) {
    return finding('failed', WAITING[reason], container, reason, path, reason);
  }
  if (exitCode === 0 || (exitCode === undefined && reason === 'Completed')) {
    return finite || container.init
      ? undefined
      : finding(
          'progressing',
          'PodStarting',
          container,
          'has completed and is to run again',
          path,
          reason ?? null,
        );
  }
  if (exitCode === undefined) {
    return finding(
      'unknown',
      'PodStateUnknown',
      container,
      'has ended without an exit code',
      'state.terminated.exitCode',
      null,
    );
  }
  // A pod that may fail is judged by its phase, and a Job's by the Job.
  return failuresCount
    ? finding(
        'failed',
        'PodContainerFailed',
        container,
        `has ended (${reason ?? 'no reason given'})`,
        'state.terminated.exitCode',
        exitCode,
      )
    : undefined;
}

function finding(
  status: Finding['status'],
  reason: string,
  container: Trouble,
  what: string,
  path: string,
  value: string | number | null,
): Finding {
  const { name, init, message, restarts } = container;
  const exit = exitText(container);
  const list = init ? 'initContainerStatuses' : 'containerStatuses';
  return {
    status,
    reason,
    text: `${init ? 'Init: ' : ''}${name}: ${what}${exit}${
      restarts ? `, ${plural(restarts, 'restart')}` : ''
    }${message ? `: ${message}` : '.'}`,
    path: `status.${list}[name=${name}].${path}`,
    value,
  };
}

const SIGNALS: { [exitCode: number]: string } = {
  137: 'killed, mostly by the liveness probe or the end of the grace period',
  139: 'segmentation fault',
  143: 'asked to stop',
};

/** 137 is memory only where the reason says so. */
function exitText({ exitCode, reason, last }: Trouble): string {
  const code = exitCode ?? last?.exitCode;
  if (code === undefined || code === 0) {
    return '';
  }
  const killedForMemory =
    (exitCode === undefined ? last?.reason : reason) === 'OOMKilled';
  const signal = killedForMemory ? undefined : SIGNALS[code];
  return `, exit code ${code}${signal ? ` (${signal})` : ''}`;
}
