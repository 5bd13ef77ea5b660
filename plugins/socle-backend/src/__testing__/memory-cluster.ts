import { RawObject } from '@socle/backstage-plugin-socle-model';
import { ClusterReader } from '../engine/cluster-reader';
import { ServedKind } from '../reading/served-kinds';
import { KindSink, KindTarget } from '../reading/kind-sink';

/** A cluster whose objects a test puts there by hand. */
export class MemoryCluster implements ClusterReader {
  readonly sinks = new Map<string, KindSink>();
  readonly stopped: string[] = [];
  unreachable: string | undefined;
  /** It takes connections and says nothing, until a request is given up. */
  hangs = false;
  failedGroups: string[] = [];

  constructor(
    public kinds: ServedKind[],
    private readonly objects: RawObject[] = [],
  ) {}

  async version() {
    if (this.hangs) {
      await new Promise(resolve => setTimeout(resolve, 10_000));
      throw new Error('no answer within 10 seconds');
    }
    if (this.unreachable) throw new Error(this.unreachable);
    return 'v1.35.3';
  }

  async discover() {
    return { kinds: this.kinds, failedGroups: this.failedGroups };
  }

  watch(target: KindTarget, sink: KindSink) {
    const id = `${target.group}/${target.kind}`;
    this.sinks.set(id, sink);
    this.list(
      id,
      this.objects.filter(object => object.kind === target.kind),
    );
    return { stop: () => this.stopped.push(id) };
  }

  /** A fresh list of one kind. */
  list(id: string, objects: RawObject[]) {
    const sink = this.sinks.get(id)!;
    sink.listing();
    objects.forEach(object => sink.upsert(object));
    sink.listed();
    sink.state('live');
  }

  async get(_target: object, namespace: string | undefined, name: string) {
    const found = this.objects.find(
      object =>
        (object.metadata as { name: string }).name === name &&
        (object.metadata as { namespace?: string }).namespace === namespace,
    );
    if (!found) throw new Error(`${name} not found`);
    return found;
  }

  close() {}
}

export const servedNode: ServedKind = {
  group: '',
  kind: 'Node',
  plural: 'nodes',
  namespaced: false,
  versions: ['v1'],
};
export const servedClaim: ServedKind = {
  group: '',
  kind: 'PersistentVolumeClaim',
  plural: 'persistentvolumeclaims',
  namespaced: true,
  versions: ['v1'],
};
export const servedVolume: ServedKind = {
  group: '',
  kind: 'PersistentVolume',
  plural: 'persistentvolumes',
  namespaced: false,
  versions: ['v1'],
};

/** A node that is ready, or silent. */
export function node(name: string, ready = 'True'): RawObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      uid: `uid-${name}`,
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
    spec: {},
    status: {
      conditions: [
        {
          type: 'Ready',
          status: ready,
          reason: ready === 'True' ? 'KubeletReady' : 'NodeStatusUnknown',
          message: 'said by a test',
          lastTransitionTime: '2026-01-01T00:00:00Z',
        },
      ],
      nodeInfo: { osImage: 'Talos (v1.12.6)', kubeletVersion: 'v1.35.3' },
    },
  };
}

/** A claim bound to the volume of the same name. */
export function claim(namespace: string, name: string): RawObject {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      namespace,
      name,
      uid: `uid-${namespace}-${name}`,
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
    spec: {
      volumeName: `pv-${name}`,
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    },
    status: { phase: 'Bound', capacity: { storage: '1Gi' } },
  };
}
