import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import type { EngineFacts } from './engine';
import { takingItsTime, underWay } from './under-way';
import { copies, oneLine } from './wording';

/** Which copies are missing is the matter of the volume: an engine that serves it is well. */
export function judgeEngine(
  engine: Resource<EngineFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = engine;
  const where = facts.nodeID ?? 'no node';
  const evidence = [
    { path: 'status.currentState', value: facts.state ?? null },
  ];
  if (facts.readOnly) {
    return failed(
      'LonghornEngineReadOnly',
      `The file system on its device is read-only on ${where}.`,
      {
        evidence: [
          {
            path: 'status.conditions[type=FilesystemReadOnly].status',
            value: 'True',
          },
        ],
      },
    );
  }
  const wanted = facts.desireState === 'running';
  switch (facts.state) {
    case 'running':
      return judgeRunning(engine, context);
    case 'error':
      return failed(
        'LonghornEngineFailed',
        `The engine process is in error on ${where}${because(facts)}.`,
        { evidence },
      );
    case 'stopped':
    case 'terminated':
      if (wanted && facts.instanceError) {
        return failed(
          'LonghornEngineFailed',
          `The engine process could not be created on ${where}${because(
            facts,
          )}.`,
          { evidence },
        );
      }
      return wanted
        ? changing(engine, context, `To be started on ${where}.`)
        : healthy('LonghornEngineStopped', 'Stopped with its volume.');
    case 'starting':
    case 'stopping':
    case 'suspended':
      return changing(
        engine,
        context,
        `The engine process is ${facts.state} on ${where}.`,
      );
    case 'unknown':
      return unknown(
        'LonghornEngineSilent',
        `${
          facts.nodeID ? `Node ${facts.nodeID}` : 'Its node'
        } does not answer, so the state of the engine is not known.`,
        { evidence },
      );
    default:
      return unknown(
        'LonghornEngineStateUnknown',
        `State "${facts.state ?? ''}" is not known.`,
        { evidence },
      );
  }
}

function judgeRunning(
  engine: Resource<EngineFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = engine;
  const where = facts.nodeID ?? 'no node';
  const modes = Object.values(facts.modes ?? {});
  const synced = modes.filter(mode => mode === 'RW').length;
  const dropped = modes.filter(mode => mode === 'ERR').length;
  const evidence = [
    { path: 'status.replicaModeMap', value: facts.modes ?? null },
  ];
  if (modes.length === 0) {
    return unknown(
      'LonghornEngineModesNotKnown',
      `Running on ${where}, but it tells nothing about its copies.`,
      { evidence },
    );
  }
  if (dropped > 0 || synced === 0) {
    const rule = synced === 0 ? failed : degraded;
    return rule(
      'LonghornEngineCopiesLost',
      `Running on ${where} with ${copies(
        synced,
      )} in sync; ${dropped} dropped because of errors.`,
      { evidence },
    );
  }
  if (facts.restorePercent !== undefined || facts.expanding) {
    return takingItsTime(
      context,
      'LonghornEngineBusy',
      facts.restorePercent !== undefined
        ? `Restores a backup (${facts.restorePercent} %).`
        : 'Grows its volume.',
      {
        evidence: [
          facts.restorePercent !== undefined
            ? { path: 'status.restoreStatus', value: facts.restorePercent }
            : { path: 'status.isExpanding', value: true },
        ],
      },
    );
  }
  const rebuilding = modes.filter(mode => mode === 'WO').length;
  return healthy(
    'LonghornEngineRunning',
    `Running on ${where} with ${copies(synced)} in sync${
      rebuilding > 0 ? `, ${rebuilding} being rebuilt` : ''
    }.`,
  );
}

function changing(
  engine: Resource<EngineFacts>,
  context: HealthContext,
  message: string,
): Verdict {
  return underWay(engine, context, 'LonghornEngineChanging', message, {
    evidence: [
      { path: 'status.currentState', value: engine.facts.state ?? null },
    ],
  });
}

function because(facts: EngineFacts): string {
  return facts.instanceError ? `: ${oneLine(facts.instanceError)}` : '';
}
