import {
  at,
  Fields,
  fieldsAt,
  KubeObject,
  listAt,
  textAt,
  timestamp,
} from '../storage/object';
import { withConditions } from './conditions';
import { tell } from './event';
import { Hands } from './hands';
import { Timers } from './timers';
import { Undo } from './undo';

const group = 'longhorn.io';
const manager = 'longhorn-manager';
/** How long a copy takes to catch up, in the platform's time. */
const rebuildMs = 60_000;

/** What Longhorn does when Kubernetes says that a node is gone, and when it is back. */
export class LonghornFailure {
  private readonly nodes: Undo;
  private readonly processes: Undo;
  private readonly volumes: Undo;
  private readonly silentVolumes: Undo;
  /** Engine → its copies that were lost. */
  private readonly lost = new Map<string, string[]>();

  constructor(
    private readonly node: string,
    private readonly hands: Hands,
    private readonly timers: Timers,
  ) {
    this.nodes = new Undo(hands);
    this.processes = new Undo(hands);
    this.volumes = new Undo(hands);
    this.silentVolumes = new Undo(hands);
  }

  begin(): void {
    this.markNode();
    this.stopInstances();
    const failed = this.failReplicas();
    for (const engine of this.hands.list(group, 'Engine'))
      this.markEngine(engine, failed);
    for (const volume of this.hands.list(group, 'Volume'))
      this.markVolume(volume);
  }

  /** Processes come back; copies that fell behind are written to first (WO), then in sync again (RW). */
  end(): void {
    this.nodes.restore();
    const rebuilding = new Map(this.lost);
    this.lost.clear();
    this.processes.restore((object, back) => {
      const names = rebuilding.get(object.metadata.name);
      if (object.kind !== 'Engine' || !names) return back;
      const modes = Object.fromEntries(names.map(name => [name, 'WO']));
      return {
        status: {
          replicaModeMap: modes,
          rebuildStatus: this.progress(object, names, true),
        },
      };
    });
    // Engines that were only out of sight have all their copies at once.
    this.silentVolumes.restore();
    if (rebuilding.size === 0) this.volumes.restore();
    else this.timers.after(rebuildMs, () => this.rebuilt(rebuilding));
  }

  private rebuilt(rebuilding: Map<string, string[]>): void {
    for (const engine of this.hands.list(group, 'Engine')) {
      const names = rebuilding.get(engine.metadata.name);
      if (!names) continue;
      const replicaModeMap = Object.fromEntries(
        names.map(name => [name, 'RW']),
      );
      const rebuildStatus = this.progress(engine, names, false);
      this.hands.merge(
        engine,
        { status: { replicaModeMap, rebuildStatus } },
        manager,
      );
    }
    this.volumes.restore();
  }

  private progress(
    engine: KubeObject,
    names: string[],
    running: boolean,
  ): Fields {
    const addresses = {
      ...fieldsAt(engine, 'spec', 'replicaAddressMap'),
      ...fieldsAt(engine, 'status', 'currentReplicaAddressMap'),
    };
    return Object.fromEntries(
      names
        .filter(name => typeof addresses[name] === 'string')
        .map(name => [
          `tcp://${addresses[name]}`,
          {
            error: '',
            isRebuilding: running,
            progress: running ? 35 : 100,
            state: running ? 'in_progress' : 'complete',
          },
        ]),
    );
  }

  private markNode(): void {
    const now = timestamp(this.hands.now());
    const node = this.hands
      .list(group, 'Node')
      .find(candidate => candidate.metadata.name === this.node);
    if (!node) return;
    const conditions = withConditions(
      listAt(node, 'status', 'conditions'),
      {
        Ready: {
          status: 'False',
          reason: 'KubernetesNodeNotReady',
          message: `Kubernetes node ${this.node} not ready: NodeStatusUnknown`,
        },
      },
      now,
    );
    const disks = Object.entries(fieldsAt(node, 'status', 'diskStatus')).map(
      ([name, disk]) => {
        const waiting = (word: string) => ({
          status: 'False',
          reason: 'NodeNotReady',
          message: `Waiting for disk ${name} (${textAt(
            disk,
            'diskPath',
          )}) on node ${this.node} to be ${word}`,
        });
        const changes = {
          Ready: waiting('ready'),
          Schedulable: waiting('schedulable'),
        };
        return [
          name,
          {
            conditions: withConditions(
              listAt(disk, 'conditions'),
              changes,
              now,
            ),
          },
        ];
      },
    );
    const diskStatus = Object.fromEntries(disks);
    this.nodes.change(node, { status: { conditions, diskStatus } }, manager);
  }

  private stopInstances(): void {
    for (const instances of this.hands.list(group, 'InstanceManager')) {
      if (textAt(instances, 'spec', 'nodeID') === this.node) {
        this.nodes.change(
          instances,
          { status: { currentState: 'unknown' } },
          manager,
        );
      }
    }
  }

  /** Copies here whose engine runs elsewhere have failed; those of an engine that is gone too are only unknown. */
  private failReplicas(): Set<string> {
    const now = timestamp(this.hands.now());
    const failed = new Set<string>();
    const engines = this.hands.list(group, 'Engine');
    for (const replica of this.hands.list(group, 'Replica')) {
      if (textAt(replica, 'spec', 'nodeID') !== this.node) continue;
      const running = textAt(replica, 'status', 'currentState') === 'running';
      if (!running || textAt(replica, 'spec', 'failedAt')) continue;
      const engine = engines.find(
        candidate =>
          textAt(candidate, 'spec', 'volumeName') ===
            textAt(replica, 'spec', 'volumeName') &&
          at(candidate, 'spec', 'active') !== false,
      );
      const stopped = {
        instanceManagerName: '',
        ip: '',
        storageIP: '',
        port: 0,
        started: false,
      };
      if (engine && textAt(engine, 'spec', 'nodeID') === this.node) {
        const status = { ...stopped, currentState: 'unknown' };
        this.processes.change(replica, { status }, manager);
        continue;
      }
      failed.add(replica.metadata.name);
      this.processes.change(
        replica,
        {
          spec: { failedAt: now, lastFailedAt: now, desireState: 'stopped' },
          status: { ...stopped, currentState: 'stopped' },
        },
        manager,
      );
    }
    return failed;
  }

  private markEngine(engine: KubeObject, failed: Set<string>): void {
    if (textAt(engine, 'status', 'currentState') !== 'running') return;
    if (textAt(engine, 'spec', 'nodeID') === this.node) {
      const status = {
        currentState: 'unknown',
        replicaModeMap: null,
        currentReplicaAddressMap: null,
        endpoint: '',
        ip: '',
        port: 0,
        started: false,
      };
      this.processes.change(engine, { status }, manager);
      return;
    }
    const modes = fieldsAt(engine, 'status', 'replicaModeMap');
    const gone = Object.keys(modes).filter(name => failed.has(name));
    if (gone.length === 0) return;
    const rw = gone.filter(name => modes[name] === 'RW');
    if (rw.length > 0) this.lost.set(engine.metadata.name, rw);
    const none = Object.fromEntries(gone.map(name => [name, null]));
    const status = { replicaModeMap: none, currentReplicaAddressMap: none };
    this.processes.change(engine, { status }, manager);
  }

  private markVolume(volume: KubeObject): void {
    if (textAt(volume, 'status', 'state') !== 'attached') return;
    const { name } = volume.metadata;
    if (textAt(volume, 'status', 'currentNodeID') === this.node) {
      this.silentVolumes.change(
        volume,
        { status: { robustness: 'unknown' } },
        manager,
      );
      this.tell(
        volume,
        'Unknown',
        'Warning',
        `volume ${name} robustness is unknown`,
      );
      return;
    }
    const engine = this.hands
      .list(group, 'Engine')
      .find(
        candidate =>
          textAt(candidate, 'spec', 'volumeName') === name &&
          this.lost.has(candidate.metadata.name),
      );
    if (!engine) return;
    const inSync = Object.values(
      fieldsAt(engine, 'status', 'replicaModeMap'),
    ).filter(mode => mode === 'RW');
    if (inSync.length === 0) {
      this.volumes.change(
        volume,
        { status: { robustness: 'faulted' } },
        manager,
      );
      this.tell(volume, 'Faulted', 'Warning', `volume ${name} became faulted`);
      return;
    }
    const lastDegradedAt = timestamp(this.hands.now());
    const status = { robustness: 'degraded', lastDegradedAt };
    this.volumes.change(volume, { status }, manager);
    this.tell(volume, 'Degraded', 'Normal', `volume ${name} became degraded`);
  }

  private tell(
    volume: KubeObject,
    reason: string,
    type: 'Normal' | 'Warning',
    message: string,
  ) {
    tell(this.hands, volume, 'longhorn-volume-controller', {
      type,
      reason,
      message,
    });
  }
}
