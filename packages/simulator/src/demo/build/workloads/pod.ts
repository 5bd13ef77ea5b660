import { KubeObject } from '../../../storage/object';
import { isProxied, proxied, PULL_SECRET } from '../images';
import { ObjectFactory } from '../object-factory';
import { isPending } from './of-workload';
import { PodPlan } from './pod-plan';
import { podSpec } from './pod-spec';
import { podStatus } from './pod-status';

const GRACE_SECONDS = 30;

/** A pod as admission made it from its template, with what its node says of it. */
export function podObject(given: PodPlan, make: ObjectFactory): KubeObject {
  const { platform, application, ordinal, node, name, evictedMinutes } = given;
  const throughProxy = isProxied(platform, application);
  const workload = throughProxy
    ? { ...given.workload, image: proxied(platform, given.workload.image) }
    : given.workload;
  const plan = { ...given, workload };
  return make.make('v1', 'Pod', application.namespace, name, {
    ageMinutes: plan.startedMinutes,
    metadata: {
      labels: plan.labels,
      generateName: name.replace(/[^-]+$/, ''),
      ownerReferences: [plan.owner],
      ...(evictedMinutes === undefined
        ? {}
        : {
            deletionTimestamp: make.ago(evictedMinutes - GRACE_SECONDS / 60),
            deletionGracePeriodSeconds: GRACE_SECONDS,
          }),
    },
    spec: {
      ...(isPending(workload) ? {} : { nodeName: node.name }),
      ...(throughProxy ? { imagePullSecrets: [{ name: PULL_SECRET }] } : {}),
      ...podSpec(application, workload, ordinal),
    },
    status: podStatus(plan, make),
  });
}
