import { ObjectFactory } from '../../demo/build/object-factory';
import { Copy, HeldVolume } from '../../demo/build/longhorn/copies';
import {
  engineObject,
  replicaObject,
} from '../../demo/build/longhorn/processes';
import {
  attachmentObject,
  volumeObject,
} from '../../demo/build/longhorn/volume';
import {
  attachment,
  attachmentName,
  PlacedVolume,
} from '../../demo/build/storage/claims';
import { LONGHORN_CLASS } from '../../demo/build/storage/classes';
import { persistentVolume } from '../../demo/build/storage/persistent-volume';
import { suffixOf } from '../../demo/build/object-factory';
import { DemoNode } from '../../demo/platform';
import { parseBytes } from './bytes';
import { fieldsAt, isFields, KubeObject, textAt } from '../../storage/object';
import { tell } from '../event';
import { Hands } from '../hands';
import { Fresh } from './fresh';
import { NodesForWork } from './nodes-for-work';

const LONGHORN = 'driver.longhorn.io';
const COPIES = 3;

/** Claims, the volumes that Longhorn makes for them, and where those are attached. */
export class ClaimController {
  private readonly nodes: NodesForWork;
  /** Of volumes that were made here, since what is on them is known here only. */
  private readonly held = new Map<string, HeldVolume>();

  constructor(private readonly hands: Hands) {
    this.nodes = new NodesForWork(hands);
  }

  isBound(namespace: string | undefined, name: string): boolean {
    return textAt(this.claim(namespace, name), 'status', 'phase') === 'Bound';
  }

  settle(claim: KubeObject): boolean {
    if (textAt(claim, 'status', 'phase') === 'Bound') return true;
    const storageClass = this.classOf(claim);
    if (!storageClass) {
      this.refuse(claim);
      return false;
    }
    // Another driver's volumes are nobody's here.
    if (textAt(storageClass, 'provisioner') !== LONGHORN) {
      this.pend(claim);
      return true;
    }
    this.provision(claim, storageClass.metadata.name);
    return true;
  }

  /** The volume of a claim comes to the node of a pod. */
  attach(pod: KubeObject, name: string, node: DemoNode): void {
    const claim = this.claim(pod.metadata.namespace, name);
    const volume = this.held.get(textAt(claim, 'spec', 'volumeName'));
    if (!volume || volume.attached?.pod === pod.metadata.name) return;
    const owner = pod.metadata.ownerReferences?.[0];
    const since = new Fresh(this.hands.now()).ago();
    volume.attached = {
      node,
      since,
      pod: pod.metadata.name,
      workload: {
        kind: owner?.kind ?? 'Pod',
        name: owner?.name ?? pod.metadata.name,
      },
    };
    const placed: PlacedVolume = {
      name: volume.name,
      application: '',
      namespace: volume.namespace,
      claim: volume.claim,
      bytes: volume.bytes,
      accessMode: 'ReadWriteOnce',
      class: LONGHORN_CLASS,
      pod: pod.metadata.name,
      workload: volume.attached.workload,
      node,
      attachedAt: since,
    };
    const make = new Fresh(this.hands.now());
    this.hands.apply(attachment(placed, make), 'kube-controller-manager');
    this.writeVolume(volume, make, attachmentName(placed));
  }

  /** With the claim goes its volume, where its class says so. */
  forget(claim: KubeObject): void {
    const name = textAt(claim, 'spec', 'volumeName');
    const volume = this.held.get(name);
    if (!volume) return;
    const gone: Array<[string, string]> = [
      ['', 'PersistentVolume'],
      ['storage.k8s.io', 'VolumeAttachment'],
      ['longhorn.io', 'VolumeAttachment'],
      ['longhorn.io', 'Replica'],
      ['longhorn.io', 'Engine'],
      ['longhorn.io', 'Volume'],
    ];
    for (const [group, kind] of gone)
      for (const object of this.hands.list(group, kind))
        if (isOf(object, name)) this.hands.removeWhole(object);
    this.held.delete(name);
  }

  private claim(namespace: string | undefined, name: string) {
    return this.hands.get({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace,
      name,
    });
  }

  private classOf(claim: KubeObject): KubeObject | undefined {
    const classes = this.hands.list('storage.k8s.io', 'StorageClass');
    const named = textAt(claim, 'spec', 'storageClassName');
    return classes.find(({ metadata }) =>
      named
        ? metadata.name === named
        : metadata.annotations?.[
            'storageclass.kubernetes.io/is-default-class'
          ] === 'true',
    );
  }

  private pend(claim: KubeObject): boolean {
    if (textAt(claim, 'status', 'phase') === 'Pending') return false;
    this.hands.merge(
      claim,
      { status: { phase: 'Pending' } },
      'kube-controller-manager',
    );
    return true;
  }

  private refuse(claim: KubeObject): void {
    if (!this.pend(claim)) return;
    const named = textAt(claim, 'spec', 'storageClassName');
    tell(this.hands, claim, 'persistentvolume-controller', {
      type: 'Warning',
      reason: 'ProvisioningFailed',
      message: `storageclass.storage.k8s.io "${named}" not found`,
    });
  }

  private provision(claim: KubeObject, storageClassName: string): void {
    const { namespace = 'default', name: claimed, uid = '' } = claim.metadata;
    const storage = textAt(claim, 'spec', 'resources', 'requests', 'storage');
    const name = `pvc-${uid}`;
    const volume: HeldVolume = {
      name,
      namespace,
      claim: claimed,
      bytes: parseBytes(storage),
      copies: this.nodes.forCopies(COPIES).map(
        (node): Copy => ({
          name: `${name}-r-${suffixOf(8, name, node.name)}`,
          node,
        }),
      ),
      jobGroups: ['default'],
    };
    const make = new Fresh(this.hands.now());
    this.hands.apply(
      persistentVolume({ ...volume, class: LONGHORN_CLASS }, uid, make),
      LONGHORN,
    );
    this.held.set(name, volume);
    if (volume.copies.length > 0) {
      this.writeVolume(volume, make, '');
      this.takeRoom(volume);
    }
    this.hands.merge(
      claim,
      {
        metadata: {
          annotations: {
            'pv.kubernetes.io/bind-completed': 'yes',
            'pv.kubernetes.io/bound-by-controller': 'yes',
            'volume.kubernetes.io/storage-provisioner': LONGHORN,
          },
          finalizers: ['kubernetes.io/pvc-protection'],
        },
        spec: { volumeName: name, storageClassName, volumeMode: 'Filesystem' },
        status: {
          phase: 'Bound',
          accessModes: fieldsAt(claim, 'spec').accessModes,
          capacity: { storage },
        },
      },
      'kube-controller-manager',
    );
  }

  /** Longhorn's own objects of a volume. */
  private writeVolume(
    volume: HeldVolume,
    make: ObjectFactory,
    ticket: string,
  ): void {
    if (volume.copies.length === 0) return;
    const made = volumeObject(volume, make);
    // It waits for its first pod; it was not given up by its last.
    const status = { ...fieldsAt(made, 'status'), actualSize: 0 };
    const kubernetesStatus = {
      ...fieldsAt(made, 'status', 'kubernetesStatus'),
      pvStatus: 'Bound',
      lastPVCRefAt: '',
      lastPodRefAt: '',
    };
    const objects = [
      { ...made, status: { ...status, kubernetesStatus } },
      engineObject(volume, make),
      ...volume.copies.map(copy => replicaObject(volume, copy, make)),
      attachmentObject(volume, ticket, make),
    ];
    for (const object of objects) this.hands.apply(object, 'longhorn-manager');
  }

  private takeRoom({ copies, bytes }: HeldVolume): void {
    for (const copy of copies) {
      const node = this.hands
        .list('longhorn.io', 'Node')
        .find(({ metadata }) => metadata.name === copy.node.name);
      const [disk, status] =
        Object.entries(fieldsAt(node, 'status', 'diskStatus'))[0] ?? [];
      if (!node || !disk || !isFields(status)) continue;
      const diskStatus = {
        [disk]: {
          scheduledReplica: { [copy.name]: bytes },
          storageScheduled: (Number(status.storageScheduled) || 0) + bytes,
        },
      };
      this.hands.merge(node, { status: { diskStatus } }, 'longhorn-manager');
    }
  }
}

function isOf({ metadata, spec }: KubeObject, volume: string): boolean {
  return (
    metadata.name === volume ||
    metadata.labels?.longhornvolume === volume ||
    textAt(spec, 'source', 'persistentVolumeName') === volume
  );
}
