import { defineKind } from '../../definition/kind';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { Condition, conditionAt, said } from '../../reading/conditions';
import { numberAt } from '../../reading/raw';
import {
  ContractFacts,
  contractOf,
  GROUP,
  PATIENCE_MINUTES,
  pausedBy,
  VERSIONS,
} from './contract';

type HealthCheckFacts = ContractFacts & {
  expected?: number;
  current?: number;
  allowed?: Condition;
};

export const machineHealthCheck = defineKind<HealthCheckFacts>({
  group: GROUP,
  kind: 'MachineHealthCheck',
  plural: 'machinehealthchecks',
  versions: VERSIONS,
  namespaced: true,
  patienceMinutes: PATIENCE_MINUTES,
  project: raw => {
    const { paused } = contractOf(raw);
    const expected = numberAt(raw, 'status', 'expectedMachines');
    return {
      ...(paused ? { paused } : {}),
      expected,
      // Zero is left out.
      current:
        numberAt(raw, 'status', 'currentHealthy') ??
        (expected === undefined ? undefined : 0),
      allowed: conditionAt('RemediationAllowed', raw, 'status', 'conditions'),
    };
  },
  suspended: pausedBy('MachineHealthCheckPaused'),
  health: judgeHealthCheck,
  reasons: [
    {
      code: 'MachineHealthCheckPassed',
      cause: 'All machines that it watches are healthy.',
      evidence: 'status.currentHealthy',
      remedy: false,
    },
    {
      code: 'MachineHealthCheckPaused',
      cause: 'It replaces no machine, on purpose.',
      evidence: 'metadata.annotations',
      remedy: false,
    },
    {
      code: 'MachineHealthCheckHeldBack',
      cause: 'Too many machines are unhealthy to replace them.',
      evidence: 'status.conditions[type=RemediationAllowed].message',
    },
    {
      code: 'MachineHealthCheckReplaces',
      cause: 'Machines are unhealthy and are replaced.',
      evidence: 'status.currentHealthy',
      remedy: false,
    },
    {
      code: 'MachineHealthCheckSelectsNothing',
      cause: 'It watches no machine.',
      evidence: 'status.expectedMachines',
      remedy: false,
    },
  ],
  shows: ['expected', 'current'],
});

function judgeHealthCheck({ facts }: Resource<HealthCheckFacts>): Verdict {
  const { expected, current = 0, allowed } = facts;
  if (expected === undefined || expected === 0) {
    return unknown(
      'MachineHealthCheckSelectsNothing',
      expected === 0
        ? 'It watches no machine.'
        : 'How many machines it watches is not told.',
      {
        evidence: [
          { path: 'status.expectedMachines', value: expected ?? null },
        ],
      },
    );
  }
  const count = `${current} of ${expected} machine${
    expected === 1 ? '' : 's'
  } healthy`;
  if (allowed?.status === 'False') {
    return degraded(
      'MachineHealthCheckHeldBack',
      `${count}, and none is replaced: ${said(allowed)}`,
      {
        since: allowed.at,
        evidence: [
          {
            path: 'status.conditions[type=RemediationAllowed].message',
            value: said(allowed),
          },
        ],
      },
    );
  }
  return current < expected
    ? progressing(
        'MachineHealthCheckReplaces',
        `${count}; the others are replaced.`,
        {
          evidence: [{ path: 'status.currentHealthy', value: current }],
          progressingSince: allowed?.at,
        },
      )
    : healthy('MachineHealthCheckPassed', `${count}.`);
}
