import { defineKind } from '../../definition/kind';
import { linkByKey } from '../../definition/link';
import { condition } from '../../reading/conditions';
import {
  booleanAt,
  isObject,
  labelAt,
  numberAt,
  objectAt,
  RawObject,
  stringAt,
  stringMapAt,
  valueAt,
} from '../../reading/raw';
import { inLonghorn, LONGHORN } from './api';
import { judgeEngine } from './engine-health';
import { longhornConditions, textAt } from './longhorn-conditions';

/** What Socle keeps of an Engine: it alone knows which replicas are in sync. */
export type EngineFacts = {
  volumeName?: string;
  nodeID?: string;
  /** Only when false: the engine that waits during a live migration. */
  inactive?: true;
  state?: string;
  desireState?: string;
  /** Replica name to `RW`, `WO` or `ERR`; absent while the engine is stopped. */
  modes?: Record<string, string>;
  /** Replica name to percent, of rebuilds that run. */
  rebuilding?: Record<string, number>;
  restorePercent?: number;
  expanding?: true;
  expansionError?: string;
  readOnly?: true;
  instanceError?: string;
  /** Since when its process is there, in milliseconds. */
  instanceSince?: number;
  instanceManager?: string;
  image?: string;
};

export const engine = defineKind<EngineFacts>({
  ...LONGHORN,
  kind: 'Engine',
  plural: 'engines',
  // status.snapshots, which is left out, can be longer than all the rest.
  reads: [
    'metadata.labels',
    'spec.volumeName',
    'spec.nodeID',
    'spec.active',
    'spec.desireState',
    'spec.image',
    'status.currentState',
    'status.currentImage',
    'status.conditions',
    'status.replicaModeMap',
    'status.currentReplicaAddressMap',
    'status.rebuildStatus',
    'status.restoreStatus',
    'status.isExpanding',
    'status.lastExpansionError',
    'status.instanceManagerName',
  ],
  project: raw => {
    const conditions = longhornConditions(raw);
    const instance = condition(conditions, 'InstanceCreation');
    return {
      volumeName:
        stringAt(raw, 'spec', 'volumeName') ?? labelAt(raw, 'longhornvolume'),
      nodeID: stringAt(raw, 'spec', 'nodeID') ?? labelAt(raw, 'longhornnode'),
      ...(booleanAt(raw, 'spec', 'active') === false ? { inactive: true } : {}),
      state: stringAt(raw, 'status', 'currentState'),
      desireState: stringAt(raw, 'spec', 'desireState'),
      modes: isObject(valueAt(raw, 'status', 'replicaModeMap'))
        ? stringMapAt(raw, 'status', 'replicaModeMap')
        : undefined,
      rebuilding: rebuildsOf(raw),
      restorePercent: restorePercentOf(raw),
      ...(booleanAt(raw, 'status', 'isExpanding') ? { expanding: true } : {}),
      expansionError: textAt(raw, 'status', 'lastExpansionError'),
      ...(condition(conditions, 'FilesystemReadOnly')?.status === 'True'
        ? { readOnly: true }
        : {}),
      ...(instance?.status === 'False'
        ? { instanceError: instance.message ?? instance.reason }
        : {}),
      ...(instance?.status === 'True' ? { instanceSince: instance.at } : {}),
      instanceManager: stringAt(raw, 'status', 'instanceManagerName'),
      image:
        stringAt(raw, 'status', 'currentImage') ??
        stringAt(raw, 'spec', 'image'),
    };
  },
  links: of => [
    ...inLonghorn('engineOf', of, 'Volume', of.facts.volumeName, 'source'),
    ...inLonghorn('runsOn', of, 'Node', of.facts.nodeID, 'target'),
    ...inLonghorn(
      'runsIn',
      of,
      'InstanceManager',
      of.facts.instanceManager,
      'target',
    ),
    ...(of.facts.image
      ? [
          linkByKey(
            'engineImage',
            `longhornEngineImage:${of.facts.image}`,
            ['longhorn.io/EngineImage'],
            'target',
          ),
        ]
      : []),
  ],
  health: judgeEngine,
  reasons: [
    {
      code: 'LonghornEngineReadOnly',
      cause: 'The file system on the device became read-only.',
      evidence: 'status.conditions[type=FilesystemReadOnly]',
    },
    {
      code: 'LonghornEngineFailed',
      cause: 'The engine process is in error or could not be created.',
      evidence: 'status.currentState',
    },
    {
      code: 'LonghornEngineCopiesLost',
      cause: 'The engine dropped copies because of errors.',
      evidence: 'status.replicaModeMap',
    },
    {
      code: 'LonghornEngineSilent',
      cause: 'The node of the engine does not answer.',
      evidence: 'status.currentState',
    },
    {
      code: 'LonghornEngineBusy',
      cause: 'The engine restores or grows its volume.',
      evidence: 'status.restoreStatus',
      remedy: false,
    },
    {
      code: 'LonghornEngineChanging',
      cause: 'The engine starts or stops.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornEngineStopped',
      cause: 'Stopped with its volume.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornEngineRunning',
      cause: 'The engine serves its volume.',
      evidence: 'status.currentState',
      remedy: false,
    },
    {
      code: 'LonghornEngineModesNotKnown',
      cause: 'The engine runs and tells nothing about its copies.',
      evidence: 'status.replicaModeMap',
      remedy: false,
    },
    {
      code: 'LonghornEngineStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.currentState',
      remedy: false,
    },
  ],
});

/** Percent per replica. Finished rebuilds stay in the map, and its keys are addresses, with or without `tcp://`. */
function rebuildsOf(raw: RawObject): Record<string, number> | undefined {
  const status = objectAt(raw, 'status', 'rebuildStatus');
  const running: Record<string, number> = {};
  const addresses = stringMapAt(raw, 'status', 'currentReplicaAddressMap');
  for (const [replica, address] of Object.entries(addresses)) {
    const rebuild = [`tcp://${address}`, address]
      .map(key => objectAt(status, key))
      .find(one => booleanAt(one, 'isRebuilding'));
    if (rebuild) {
      running[replica] = numberAt(rebuild, 'progress') ?? 0;
    }
  }
  return Object.keys(running).length > 0 ? running : undefined;
}

/** The least of the percentages of the replicas that restore. */
function restorePercentOf(raw: RawObject): number | undefined {
  const running = Object.values(
    objectAt(raw, 'status', 'restoreStatus'),
  ).filter(one => booleanAt(one, 'isRestoring'));
  return running.length > 0
    ? Math.min(...running.map(one => numberAt(one, 'progress') ?? 0))
    : undefined;
}
