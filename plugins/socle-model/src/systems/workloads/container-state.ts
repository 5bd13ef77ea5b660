import { formatTime } from '../../reading/times';
import { plural } from './counts';
import { imagePullCause } from './image-pull-cause';
import type { Trouble } from './pod-facts';

/** What one container's state says of its pod. */
export interface Finding {
  status: 'failed' | 'progressing' | 'unknown';
  reason: string;
  text: string;
  path: string;
  value: string | number | null;
  /** Further fields that say so. */
  more: Array<{ path: string; value: string | number | null }>;
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
  const { init, message, restarts, last, name } = container;
  const exit = exitText(container);
  const at = statusPath(container);
  const cause =
    reason === 'PodImagePullFailed' ? imagePullCause(message) : undefined;
  return {
    status,
    reason,
    text: `${init ? 'Init: ' : ''}${name}: ${what}${exit}${
      restarts ? `, ${plural(restarts, 'restart')}` : ''
    }${cause ? `, ${cause}` : ''}${message ? `: ${message}` : '.'}`,
    path: `${at}.${path}`,
    value,
    more: [
      ...(message && container.state
        ? [{ path: `${at}.state.${container.state}.message`, value: message }]
        : []),
      ...(container.state === 'waiting' && last
        ? [
            {
              path: `${at}.lastState.terminated.exitCode`,
              value: last.exitCode ?? null,
            },
            ...(last.reason
              ? [
                  {
                    path: `${at}.lastState.terminated.reason`,
                    value: last.reason,
                  },
                ]
              : []),
          ]
        : []),
    ],
  };
}

/** Where the state of a container stands in its pod. */
export function statusPath({
  name,
  init,
  sidecar,
}: Pick<Trouble, 'name' | 'init' | 'sidecar'>): string {
  const list = init || sidecar ? 'initContainerStatuses' : 'containerStatuses';
  return `status.${list}[name=${name}]`;
}

const MEANINGS: { [exitCode: number]: string } = {
  126: 'its command may not be run',
  127: 'its command does not exist',
  128: 'it could not be started',
  132: 'illegal instruction',
  134: 'aborted itself',
  135: 'bus error',
  136: 'arithmetic error',
  137: 'killed, mostly by the liveness probe or the end of the grace period',
  139: 'segmentation fault',
  141: 'wrote to a closed pipe',
  143: 'asked to stop',
};

/** 137 is memory only where the reason says so. A container that waits tells how it ended last. */
function exitText({ exitCode, reason, last }: Trouble): string {
  const code = exitCode ?? last?.exitCode;
  if (code === undefined) {
    return '';
  }
  const why = exitCode === undefined ? last?.reason : reason;
  if (code === 0) {
    return exitCode === undefined && why === 'Completed'
      ? ', though it last ended with exit code 0: it does not stay'
      : '';
  }
  const meaning = why === 'OOMKilled' ? undefined : MEANINGS[code];
  const word =
    exitCode === undefined && why && why !== 'Error' && why !== 'OOMKilled'
      ? why
      : undefined;
  const notes = [word, meaning].filter(Boolean).join(', ');
  const at =
    exitCode === undefined && last?.at !== undefined
      ? ` at ${formatTime(last.at)}`
      : '';
  return `, ${exitCode === undefined ? 'last ' : ''}exit code ${code}${
    notes ? ` (${notes})` : ''
  }${at}`;
}
