import {
  at,
  fieldsAt,
  KubeObject,
  listAt,
  OwnerReference,
  timestamp,
} from '../storage/object';
import { withConditions } from './conditions';
import { Hands } from './hands';
import { Undo } from './undo';

const manager = 'kube-controller-manager';

/** What owners of pods count in their status. */
export class OwnerCounts {
  constructor(private readonly hands: Hands, private readonly undo: Undo) {}

  /** One pod less is ready; its owner and that one's owner say so. */
  countDown(object: KubeObject, now: string): void {
    const reference = object.metadata.ownerReferences?.find(
      owner => owner.controller,
    );
    const owner = reference && this.ownerOf(object, reference);
    if (!owner) return;
    const less = (field: string) => {
      const count = at(owner, 'status', field);
      return typeof count === 'number' && count > 0
        ? { [field]: count - 1 }
        : {};
    };
    if (owner.kind === 'DaemonSet') {
      const { numberUnavailable: missing } = fieldsAt(owner, 'status');
      const numberUnavailable = (typeof missing === 'number' ? missing : 0) + 1;
      const status = {
        ...less('numberReady'),
        ...less('numberAvailable'),
        numberUnavailable,
      };
      this.undo.change(owner, { status }, manager);
    } else if (['ReplicaSet', 'StatefulSet'].includes(owner.kind)) {
      const status = { ...less('readyReplicas'), ...less('availableReplicas') };
      this.undo.change(owner, { status }, manager);
      this.countDown(owner, now);
    } else if (owner.kind === 'Deployment')
      this.countDownDeployment(owner, now);
  }

  /** A replacement is ready: its owners have as many as before. */
  countUp(object: KubeObject): void {
    const reference = object.metadata.ownerReferences?.find(
      owner => owner.controller,
    );
    const owner = reference && this.ownerOf(object, reference);
    if (!owner) return;
    const status = fieldsAt(owner, 'status');
    const more = (field: string) => ({
      [field]:
        (typeof status[field] === 'number' ? Number(status[field]) : 0) + 1,
    });
    const conditions = withConditions(
      listAt(owner, 'status', 'conditions'),
      {
        Available: {
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        },
      },
      timestamp(this.hands.now()),
    );
    const counts = { ...more('readyReplicas'), ...more('availableReplicas') };
    const isDeployment = owner.kind === 'Deployment';
    const extra = isDeployment ? { unavailableReplicas: null, conditions } : {};
    this.hands.merge(owner, { status: { ...counts, ...extra } }, manager);
    this.countUp(owner);
  }

  private countDownDeployment(owner: KubeObject, now: string): void {
    const count = (value: unknown, otherwise: number) =>
      typeof value === 'number' ? value : otherwise;
    const status = fieldsAt(owner, 'status');
    const available = Math.max(0, count(status.availableReplicas, 0) - 1);
    const wanted = count(at(owner, 'spec', 'replicas'), 1);
    // The default strategy allows a quarter to be missing.
    const enough = available >= wanted - Math.floor(wanted / 4);
    const conditions = withConditions(
      listAt(owner, 'status', 'conditions'),
      enough
        ? {}
        : {
            Available: {
              status: 'False',
              reason: 'MinimumReplicasUnavailable',
              message: 'Deployment does not have minimum availability.',
            },
          },
      now,
    );
    this.undo.change(
      owner,
      {
        status: {
          readyReplicas: Math.max(0, count(status.readyReplicas, 0) - 1),
          availableReplicas: available,
          unavailableReplicas: count(status.unavailableReplicas, 0) + 1,
          conditions,
        },
      },
      manager,
    );
  }

  private ownerOf(
    object: KubeObject,
    { apiVersion, kind, name }: OwnerReference,
  ) {
    return this.hands.get({
      apiVersion,
      kind,
      name,
      namespace: object.metadata.namespace,
    });
  }
}
