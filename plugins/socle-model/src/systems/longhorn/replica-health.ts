import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { formatTime, parseTime } from '../../reading/times';
import type { EngineFacts } from './engine';
import type { NodeFacts } from './node';
import type { ReplicaFacts } from './replica';
import { takingItsTime, underWay } from './under-way';
import type { VolumeFacts } from './volume';
import { oneLine } from './wording';

export function judgeReplica(
  replica: Resource<ReplicaFacts>,
  context: HealthContext,
): Verdict {
  const { meta } = replica;
  if (meta.deleting !== undefined) {
    return takingItsTime(context, 'LonghornReplicaDeleting', 'Being removed.', {
      evidence: [
        {
          path: 'metadata.deletionTimestamp',
          value: formatTime(meta.deleting),
        },
      ],
    });
  }
  return judgeFailure(replica) ?? judgeState(replica, context);
}

function judgeFailure({ facts }: Resource<ReplicaFacts>): Verdict | undefined {
  if (!facts.nodeID) {
    return failed(
      'LonghornReplicaNotPlaced',
      'Not placed: no node or disk fits.',
      { evidence: [{ path: 'spec.nodeID', value: '' }] },
    );
  }
  if (facts.failedAt !== undefined) {
    const why = facts.rebuildFailed ? `: ${oneLine(facts.rebuildFailed)}` : '';
    return failed(
      'LonghornReplicaFailed',
      `Failed on ${facts.nodeID} since ${facts.failedAt}${why}.`,
      {
        evidence: [
          { path: 'spec.failedAt', value: facts.failedAt },
          ...(facts.rebuildFailed
            ? [
                {
                  path: 'status.conditions[type=RebuildFailed].message',
                  value: facts.rebuildFailed,
                },
              ]
            : []),
        ],
        since: parseTime(facts.failedAt),
      },
    );
  }
  if (facts.state === 'error') {
    return failed(
      'LonghornReplicaProcessError',
      `Its process is in error on ${facts.nodeID}.`,
      { evidence: [{ path: 'status.currentState', value: 'error' }] },
    );
  }
  return undefined;
}

function judgeState(
  replica: Resource<ReplicaFacts>,
  context: HealthContext,
): Verdict {
  const { facts, meta } = replica;
  const target = context.target<EngineFacts>('engine');
  const engine = target?.state === 'present' ? target.resource : undefined;
  const mode = engine?.facts.modes?.[meta.name];
  const node = facts.nodeID;
  const evidence = [
    { path: 'status.currentState', value: facts.state ?? null },
    ...(engine && mode
      ? [
          {
            of: engine,
            path: `status.replicaModeMap.${meta.name}`,
            value: mode,
          },
        ]
      : []),
  ];
  if (mode === 'ERR') {
    return failed(
      'LonghornReplicaDropped',
      `The engine dropped the copy on ${node} after an error.`,
      { evidence },
    );
  }
  if (mode === 'WO') {
    const percent = engine?.facts.rebuilding?.[meta.name];
    return takingItsTime(
      context,
      'LonghornReplicaRebuilding',
      `Being rebuilt on ${node}${
        percent === undefined ? '' : ` (${percent} %)`
      }.`,
      { evidence },
    );
  }
  const home = context.target<NodeFacts>('storedOn');
  if (facts.state === 'running' && mode === 'RW') {
    return healthy(
      'LonghornReplicaInSync',
      `In sync on ${node}${
        home?.state === 'present' ? placeOf(home.resource.facts) : ''
      }.`,
    );
  }
  const nodeDown =
    home?.state === 'present' && home.resource.facts.ready === 'False';
  if (nodeDown || facts.state === 'unknown') {
    return unknown(
      'LonghornReplicaNodeSilent',
      `Node ${node} does not answer; the copy was not reported lost.`,
      {
        evidence: [
          ...evidence,
          ...(nodeDown
            ? [
                {
                  of: home.resource,
                  path: 'status.conditions[type=Ready].status',
                  value: 'False',
                },
              ]
            : []),
        ],
      },
    );
  }
  switch (facts.state) {
    case 'starting':
    case 'stopping':
      return underWay(
        replica,
        context,
        'LonghornReplicaChanging',
        `The copy on ${node} is ${facts.state}.`,
        { evidence },
      );
    case 'running':
      return unknown(
        'LonghornReplicaModeNotKnown',
        engine
          ? `Running on ${node}, but the engine says nothing about it.`
          : `Running on ${node}; whether it is in sync only its engine tells, which was not read.`,
        { evidence },
      );
    case 'stopped':
      return judgeStopped(replica, context);
    default:
      return unknown(
        'LonghornReplicaStateUnknown',
        `State "${facts.state ?? ''}" is not known.`,
        { evidence },
      );
  }
}

function judgeStopped(
  replica: Resource<ReplicaFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = replica;
  const target = context.target<VolumeFacts>('replicaOf');
  const volume = target?.state === 'present' ? target.resource : undefined;
  const evidence = [
    { path: 'status.currentState', value: 'stopped' },
    { path: 'spec.healthyAt', value: facts.healthyAt ?? '' },
    ...(volume
      ? [
          {
            of: volume,
            path: 'status.state',
            value: volume.facts.state ?? null,
          },
        ]
      : []),
  ];
  switch (volume?.facts.state) {
    case 'detached':
      return facts.healthyAt !== undefined
        ? healthy(
            'LonghornReplicaStopped',
            `Stopped with its volume; the data on ${facts.nodeID} is intact.`,
          )
        : healthy('LonghornReplicaNew', 'New, holds no data yet.');
    case 'attached':
      return degraded(
        'LonghornReplicaNotRunning',
        `Should run on ${facts.nodeID}, for its volume is attached, and is stopped.`,
        { evidence },
      );
    case 'creating':
    case 'attaching':
    case 'detaching':
      return underWay(
        replica,
        context,
        'LonghornReplicaChanging',
        `Stopped on ${facts.nodeID} while its volume is ${volume.facts.state}.`,
        { evidence },
      );
    default:
      return unknown(
        'LonghornReplicaStateUnknown',
        `Stopped on ${facts.nodeID}; whether it should run only its volume tells.`,
        { evidence },
      );
  }
}

/** ` in region alps, zone alps-1`, as far as the node is labelled. */
function placeOf({ region, zone }: NodeFacts): string {
  const parts = [
    ...(region ? [`region ${region}`] : []),
    ...(zone ? [`zone ${zone}`] : []),
  ];
  return parts.length > 0 ? ` in ${parts.join(', ')}` : '';
}
