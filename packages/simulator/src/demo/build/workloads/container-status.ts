import { DemoWorkload } from '../../platform';
import { ObjectFactory, uidOf } from '../object-factory';

export function containerStatus(
  workload: DemoWorkload,
  pod: string,
  started: string,
  make: ObjectFactory,
): object {
  const { name, image, crash, imagePull, mountError } = workload;
  const id = `containerd://${digestOf('container', pod)}`;
  const base = {
    name,
    image,
    imageID: '',
    lastState: {},
    restartCount: 0,
    started: false,
    ready: false,
  };
  if (mountError) {
    return { ...base, state: { waiting: { reason: 'ContainerCreating' } } };
  }
  if (imagePull) {
    return {
      ...base,
      state: {
        waiting: {
          reason: 'ImagePullBackOff',
          message: `Back-off pulling image "${image}": ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`,
        },
      },
    };
  }
  const imageID = `${image.replace(/:[^:/]+$/, '')}@sha256:${digestOf(
    'image',
    image,
  )}`;
  if (crash) {
    return {
      ...base,
      imageID,
      containerID: id,
      restartCount: crash.restarts,
      state: {
        waiting: {
          reason: 'CrashLoopBackOff',
          message: `back-off 5m0s restarting failed container=${name} pod=${pod}`,
        },
      },
      lastState: {
        terminated: {
          exitCode: crash.exitCode,
          reason: 'Error',
          startedAt: make.ago(2.2),
          finishedAt: make.ago(2),
          containerID: id,
        },
      },
    };
  }
  return {
    ...base,
    started: true,
    ready: true,
    imageID,
    containerID: id,
    state: { running: { startedAt: started } },
  };
}

function digestOf(...parts: string[]): string {
  return `${uidOf(...parts)}${uidOf('more', ...parts)}`.replace(/-/g, '');
}
