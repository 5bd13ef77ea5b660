import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { ownedBy } from '../../definition/ownership';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  holdingSince,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { Condition, conditionAt, said } from '../../reading/conditions';
import { stringAt } from '../../reading/raw';
import {
  ContractFacts,
  contractOf,
  GROUP,
  PATIENCE_MINUTES,
  pausedBy,
  VERSIONS,
} from './contract';

type MachineFacts = ContractFacts & {
  node?: string;
  version?: string;
  nodeHealthy?: Condition;
};

export const machine = defineKind<MachineFacts>({
  group: GROUP,
  kind: 'Machine',
  plural: 'machines',
  versions: VERSIONS,
  namespaced: true,
  patienceMinutes: PATIENCE_MINUTES,
  project: raw => ({
    ...contractOf(raw),
    ready: conditionAt('Ready', raw, 'status', 'conditions'),
    node: stringAt(raw, 'status', 'nodeRef', 'name'),
    version: stringAt(raw, 'spec', 'version'),
    nodeHealthy: conditionAt('NodeHealthy', raw, 'status', 'conditions'),
  }),
  links: ({ meta, facts }) => [
    ...ownedBy(meta),
    ...(facts.node
      ? [linkTo('node', { group: '', kind: 'Node', name: facts.node })]
      : []),
  ],
  suspended: pausedBy('CapiMachinePaused'),
  health: judgeMachine,
  reasons: [
    {
      code: 'CapiMachineRunning',
      cause: 'The machine runs and its node works.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CapiMachinePaused',
      cause: 'Cluster API leaves the machine alone on purpose.',
      evidence: 'metadata.annotations',
      remedy: false,
    },
    {
      code: 'CapiMachineProvisioning',
      cause: 'The machine is being made, changed or taken down.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CapiMachineNotReady',
      cause: 'The machine runs, and its node or a part of it does not work.',
      evidence: 'status.conditions[type=Ready].message',
    },
    {
      code: 'CapiMachineFailed',
      cause: 'The machine cannot be made and will not be tried again.',
      evidence: 'status.phase',
    },
    {
      code: 'CapiMachineStateUnknown',
      cause: 'The machine says nothing that is known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
  shows: ['phase', 'node', 'version', 'cluster'],
});

const ON_ITS_WAY = ['Pending', 'Provisioning', 'Provisioned', 'Deleting'];

function judgeMachine({ facts }: Resource<MachineFacts>): Verdict {
  const { phase, failure, ready, nodeHealthy, node } = facts;
  const evidence = [{ path: 'status.phase', value: phase ?? null }];
  if (phase === 'Failed' || failure) {
    return failed(
      'CapiMachineFailed',
      `The machine cannot be made: ${failure ?? 'no message is given'}`,
      { evidence },
    );
  }
  if (phase !== undefined && ON_ITS_WAY.includes(phase)) {
    return progressing(
      'CapiMachineProvisioning',
      `The phase is ${phase}${
        ready?.status === 'False' ? `: ${said(ready)}` : '.'
      }`,
      { evidence },
    );
  }
  if (phase !== 'Running' && phase !== 'Updating') {
    return unknown(
      'CapiMachineStateUnknown',
      `The phase is ${phase ? `"${phase}", which is not known` : 'not given'}.`,
      { evidence },
    );
  }
  const bad = [nodeHealthy, ready].find(one => one && one.status !== 'True');
  if (bad?.status === 'False') {
    return holdingSince(
      degraded(
        'CapiMachineNotReady',
        `It runs and is not ready: ${said(bad)}`,
        {
          evidence: [
            {
              path: `status.conditions[type=${bad.type}].message`,
              value: said(bad),
            },
          ],
        },
      ),
      bad.at,
    );
  }
  if (bad || !ready) {
    return unknown(
      'CapiMachineStateUnknown',
      bad
        ? `It runs, and ${bad.type} is "${bad.status}".`
        : 'It runs, and whether it is ready is not said.',
      {
        evidence: [
          {
            path: `status.conditions[type=${bad?.type ?? 'Ready'}].status`,
            value: bad?.status ?? null,
          },
        ],
      },
    );
  }
  return phase === 'Updating'
    ? progressing('CapiMachineProvisioning', 'It is updated in place.', {
        evidence,
      })
    : healthy(
        'CapiMachineRunning',
        `Runs as node ${node ?? 'without a name'}.`,
      );
}
