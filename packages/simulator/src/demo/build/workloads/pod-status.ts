import { condition, ObjectFactory, uidOf } from '../object-factory';
import { containerStatus } from './container-status';
import { isBroken, isPending } from './of-workload';
import { PodPlan } from './pod-plan';

/** What scheduler, kubelet and, of a silent node, the node controller say of a pod. */
export function podStatus(plan: PodPlan, make: ObjectFactory): object {
  const { workload, node, name } = plan;
  const started = make.ago(plan.startedMinutes);
  if (isPending(workload)) {
    return {
      phase: 'Pending',
      qosClass: 'Burstable',
      conditions: [
        condition(
          'PodScheduled',
          'False',
          started,
          'Unschedulable',
          unschedulable(plan.platform.nodes.length),
        ),
      ],
    };
  }
  const address = podAddress(node.ip, name);
  return {
    phase: workload.imagePull || workload.mountError ? 'Pending' : 'Running',
    hostIP: node.ip,
    hostIPs: [{ ip: node.ip }],
    podIP: address,
    podIPs: [{ ip: address }],
    startTime: started,
    qosClass: 'Burstable',
    conditions: conditions(plan, started, make),
    containerStatuses: [containerStatus(workload, name, started, make)],
  };
}

function conditions(plan: PodPlan, started: string, make: ObjectFactory) {
  const { workload, node, evictedMinutes } = plan;
  const wait = { type: '', status: 'True', lastTransitionTime: started };
  const up = (type: string) => ({ ...wait, type });
  const notReady = (type: string) =>
    condition(
      type,
      'False',
      started,
      'ContainersNotReady',
      `containers with unready status: [${workload.name}]`,
    );
  const broken = isBroken(workload);
  const ready = () => {
    if (broken) return notReady('Ready');
    // The node controller takes the readiness of a silent node's pods away and gives no reason.
    return node.silentMinutes
      ? {
          type: 'Ready',
          status: 'False',
          lastTransitionTime: make.ago(node.silentMinutes),
        }
      : up('Ready');
  };
  return [
    up('PodReadyToStartContainers'),
    up('PodScheduled'),
    up('Initialized'),
    broken ? notReady('ContainersReady') : up('ContainersReady'),
    ready(),
    ...(evictedMinutes === undefined
      ? []
      : [
          condition(
            'DisruptionTarget',
            'True',
            make.ago(evictedMinutes),
            'DeletionByTaintManager',
            'Taint manager: deleting due to NoExecute taint',
          ),
        ]),
  ];
}

/** The scheduler's words for a pod whose claims no volume was found for. */
function unschedulable(nodes: number): string {
  const none = `0/${nodes} nodes are available:`;
  return `${none} pod has unbound immediate PersistentVolumeClaims. preemption: ${none} ${nodes} Preemption is not helpful for scheduling.`;
}

/** An address of the pod network of a node, the same for a name. */
export function podAddress(nodeIp: string, name: string): string {
  const last = (parseInt(uidOf(name).slice(0, 2), 16) % 240) + 10;
  return `10.244.${nodeIp.split('.')[3]}.${last}`;
}
