import { DemoNode } from '../../demo/platform';
import {
  fieldsAt,
  isFields,
  KubeObject,
  listAt,
  textAt,
} from '../../storage/object';
import { conditionStatus } from '../conditions';
import { Hands } from '../hands';
import { freeNode } from '../replacement';

/** The nodes of the cluster, as those who place pods and copies look at them. */
export class NodesForWork {
  constructor(private readonly hands: Hands) {}

  /** The one that takes the next pod. */
  next(): DemoNode | undefined {
    const name = freeNode(this.hands);
    return name === undefined ? undefined : this.named(name);
  }

  named(name: string): DemoNode | undefined {
    return this.all().find(node => node.name === name);
  }

  all(): DemoNode[] {
    return this.hands.list('', 'Node').map(nodeOf);
  }

  /** Those that answer, whatever they are tainted with: a DaemonSet runs on each. */
  alive(): DemoNode[] {
    return this.hands
      .list('', 'Node')
      .filter(
        node =>
          !this.hands.downNodes.has(node.metadata.name) &&
          conditionStatus(listAt(node, 'status', 'conditions'), 'Ready') ===
            'True',
      )
      .map(nodeOf);
  }

  /** Where the copies of a new volume go: those that hold the least. */
  forCopies(count: number): DemoNode[] {
    const held = new Map(
      this.hands.list('longhorn.io', 'Node').map(node => {
        const disks = Object.values(fieldsAt(node, 'status', 'diskStatus'));
        const scheduled = disks.map(disk =>
          isFields(disk) ? Number(disk.storageScheduled) || 0 : 0,
        );
        return [node.metadata.name, scheduled.reduce((a, b) => a + b, 0)];
      }),
    );
    return this.alive()
      .filter(({ name }) => held.has(name))
      .sort((a, b) => (held.get(a.name) ?? 0) - (held.get(b.name) ?? 0))
      .slice(0, count);
  }
}

function nodeOf({ metadata, status }: KubeObject): DemoNode {
  const address = listAt(status, 'addresses').find(
    one => textAt(one, 'type') === 'InternalIP',
  );
  return {
    name: metadata.name,
    ip: textAt(address, 'address') || '10.0.0.1',
    cpu: 0,
    memoryGi: 0,
    diskGi: 0,
  };
}
