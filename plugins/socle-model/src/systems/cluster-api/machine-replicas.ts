import { defineKind, KindDefinition } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { ownedBy } from '../../definition/ownership';
import type { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { said } from '../../reading/conditions';
import { numberAt, RawObject, stringAt, valueAt } from '../../reading/raw';
import {
  ContractFacts,
  contractOf,
  GROUP,
  PATIENCE_MINUTES,
  pausedBy,
  VERSIONS,
} from './contract';

type ReplicaFacts = ContractFacts & {
  wanted: number;
  current?: number;
  available?: number;
  updated?: number;
  version?: string;
};

/** Kinds that keep a number of machines. `word` begins their reasons. */
function machineReplicas(
  kind: string,
  group: string,
  plural: string,
  word: string,
): KindDefinition {
  return defineKind<ReplicaFacts>({
    group,
    kind,
    plural,
    versions: VERSIONS,
    namespaced: true,
    patienceMinutes: PATIENCE_MINUTES,
    project: projectReplicas,
    links: ({ meta, facts }) => {
      const owner = ownedBy(meta);
      return owner.length > 0 || !facts.cluster
        ? owner
        : [
            linkTo(
              'ownedBy',
              {
                group: GROUP,
                kind: 'Cluster',
                namespace: meta.namespace,
                name: facts.cluster,
              },
              'source',
            ),
          ];
    },
    suspended: pausedBy(`${word}Paused`),
    health: resource => judgeReplicas(word, resource),
    reasons: [
      {
        code: `${word}Available`,
        cause: 'All wanted machines are available.',
        evidence: 'status.availableReplicas',
        remedy: false,
      },
      {
        code: `${word}Paused`,
        cause: 'Cluster API leaves the machines alone on purpose.',
        evidence: 'spec.paused',
        remedy: false,
      },
      {
        code: `${word}Scaling`,
        cause: 'Machines are being added, removed or replaced.',
        evidence: 'status.replicas',
        remedy: false,
      },
      {
        code: `${word}MachinesMissing`,
        cause: 'Fewer machines are available than wanted.',
        evidence: 'status.availableReplicas',
      },
      {
        code: `${word}NotReady`,
        cause:
          'The machines are available, and something else of it is not well.',
        evidence: 'status.conditions[type=Available].message',
      },
      {
        code: `${word}StateUnknown`,
        cause: 'How many machines there are is not told.',
        evidence: 'status.replicas',
        remedy: false,
      },
    ],
    shows: ['wanted', 'current', 'available', 'updated', 'version', 'phase'],
  });
}

export const machineDeployment = machineReplicas(
  'MachineDeployment',
  GROUP,
  'machinedeployments',
  'MachineDeployment',
);

export const machineSet = machineReplicas(
  'MachineSet',
  GROUP,
  'machinesets',
  'MachineSet',
);

export const kubeadmControlPlane = machineReplicas(
  'KubeadmControlPlane',
  `controlplane.${GROUP}`,
  'kubeadmcontrolplanes',
  'KubeadmControlPlane',
);

function projectReplicas(raw: RawObject): ReplicaFacts {
  const ready = numberAt(raw, 'status', 'readyReplicas');
  return {
    ...contractOf(raw),
    wanted: numberAt(raw, 'spec', 'replicas') ?? 1,
    current: numberAt(raw, 'status', 'replicas'),
    // A control plane of v1beta1 counts only who is ready.
    available:
      valueAt(raw, 'status', 'availableReplicas') === undefined
        ? ready
        : numberAt(raw, 'status', 'availableReplicas'),
    updated:
      numberAt(raw, 'status', 'upToDateReplicas') ??
      numberAt(raw, 'status', 'updatedReplicas'),
    version:
      stringAt(raw, 'spec', 'template', 'spec', 'version') ??
      stringAt(raw, 'spec', 'version'),
  };
}

function judgeReplicas(
  word: string,
  { facts }: Resource<ReplicaFacts>,
): Verdict {
  const { wanted, current, available = 0, updated, failure } = facts;
  if (current === undefined) {
    return unknown(
      `${word}StateUnknown`,
      'How many machines there are is not told.',
      { evidence: [{ path: 'status.replicas', value: null }] },
    );
  }
  const evidence = [
    { path: 'status.availableReplicas', value: available },
    { path: 'spec.replicas', value: wanted },
  ];
  const count = `${available} of ${wanted} machine${wanted === 1 ? '' : 's'}`;
  if (failure) {
    return (available === 0 && wanted > 0 ? failed : degraded)(
      `${word}MachinesMissing`,
      `${count} available: ${failure}`,
      { evidence },
    );
  }
  if (current !== wanted || (updated !== undefined && updated < wanted)) {
    return progressing(
      `${word}Scaling`,
      `${current} of ${wanted} machines there, ${
        updated === undefined ? '' : `${updated} up to date, `
      }${available} available.`,
      {
        evidence: [
          { path: 'status.replicas', value: current },
          ...(updated === undefined
            ? []
            : [{ path: 'status.upToDateReplicas', value: updated }]),
        ],
        progressingSince: facts.ready?.at,
      },
    );
  }
  if (available < wanted) {
    return (available === 0 ? failed : degraded)(
      `${word}MachinesMissing`,
      `${count} available${
        facts.ready?.status === 'False' && facts.ready.message
          ? `: ${facts.ready.message}`
          : '.'
      }`,
      { evidence, since: facts.ready?.at },
    );
  }
  const unwell = judgeOwnWord(word, facts, count);
  if (unwell) {
    return unwell;
  }
  return healthy(
    `${word}Available`,
    wanted === 0 ? 'Scaled to zero.' : `${count} available.`,
  );
}

/** The machines are counted as available, and the object says of itself that it is not well: its etcd, for instance. */
function judgeOwnWord(
  word: string,
  { phase, ready }: ReplicaFacts,
  count: string,
): Verdict | undefined {
  if (phase === 'Failed') {
    return degraded(
      `${word}NotReady`,
      `${count} available, and the phase is Failed.`,
      { evidence: [{ path: 'status.phase', value: phase }] },
    );
  }
  if (!ready || ready.status === 'True') {
    return undefined;
  }
  const path = `status.conditions[type=${ready.type}]`;
  return ready.status === 'False'
    ? degraded(`${word}NotReady`, `${count} available: ${said(ready)}`, {
        evidence: [{ path: `${path}.message`, value: said(ready) }],
        since: ready.at,
      })
    : unknown(
        `${word}StateUnknown`,
        `${count} available, and ${ready.type} is "${ready.status}".`,
        { evidence: [{ path: `${path}.status`, value: ready.status }] },
      );
}
