import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
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
import { said } from '../../reading/conditions';
import { groupOf } from '@socle/backstage-plugin-socle-common';
import { stringAt } from '../../reading/raw';
import {
  ContractFacts,
  contractOf,
  GROUP,
  PATIENCE_MINUTES,
  pausedBy,
  VERSIONS,
} from './contract';

type ClusterFacts = ContractFacts & {
  controlPlane?: { group: string; kind: string; name: string };
  trackingId?: string;
};

export const cluster = defineKind<ClusterFacts>({
  group: GROUP,
  kind: 'Cluster',
  plural: 'clusters',
  versions: VERSIONS,
  namespaced: true,
  patienceMinutes: PATIENCE_MINUTES,
  project: raw => {
    const kind = stringAt(raw, 'spec', 'controlPlaneRef', 'kind');
    const name = stringAt(raw, 'spec', 'controlPlaneRef', 'name');
    return {
      ...contractOf(raw),
      ...(kind && name
        ? {
            controlPlane: {
              group:
                stringAt(raw, 'spec', 'controlPlaneRef', 'apiGroup') ??
                groupOf(
                  stringAt(raw, 'spec', 'controlPlaneRef', 'apiVersion') ?? '',
                ),
              kind,
              name,
            },
          }
        : {}),
      trackingId: trackingIdOf(raw, GROUP, 'Cluster'),
    };
  },
  links: ({ meta: { namespace }, facts }) => [
    ...(facts.controlPlane
      ? [linkTo('controlPlane', { ...facts.controlPlane, namespace }, 'target')]
      : []),
    ...managedBy(facts.trackingId),
  ],
  suspended: pausedBy('CapiClusterPaused'),
  health: judgeCluster,
  reasons: [
    {
      code: 'CapiClusterReady',
      cause: 'The cluster is provisioned and available.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CapiClusterPaused',
      cause: 'Cluster API leaves the cluster alone on purpose.',
      evidence: 'spec.paused',
      remedy: false,
    },
    {
      code: 'CapiClusterProvisioning',
      cause: 'The cluster is being made or taken down.',
      evidence: 'status.phase',
      remedy: false,
    },
    {
      code: 'CapiClusterNotReady',
      cause: 'The cluster is provisioned, and a part of it does not work.',
      evidence: 'status.conditions[type=Available].message',
    },
    {
      code: 'CapiClusterFailed',
      cause: 'The cluster cannot be made.',
      evidence: 'status.phase',
    },
    {
      code: 'CapiClusterStateUnknown',
      cause: 'The cluster says nothing that is known.',
      evidence: 'status.phase',
      remedy: false,
    },
  ],
  shows: ['phase'],
});

function judgeCluster({ facts }: Resource<ClusterFacts>): Verdict {
  const { phase, ready, failure } = facts;
  const evidence = [{ path: 'status.phase', value: phase ?? null }];
  if (phase === 'Failed' || failure) {
    return failed(
      'CapiClusterFailed',
      `The cluster cannot be made: ${failure ?? 'no message is given'}`,
      { evidence },
    );
  }
  if (phase === 'Pending' || phase === 'Provisioning' || phase === 'Deleting') {
    return progressing('CapiClusterProvisioning', `The phase is ${phase}.`, {
      evidence,
      progressingSince: ready?.at,
    });
  }
  if (phase !== 'Provisioned') {
    return unknown(
      'CapiClusterStateUnknown',
      `The phase is ${phase ? `"${phase}", which is not known` : 'not given'}.`,
      { evidence },
    );
  }
  switch (ready?.status) {
    case 'True':
      return holdingSince(
        healthy('CapiClusterReady', 'Provisioned and available.'),
        ready.at,
      );
    case 'False':
      return holdingSince(
        degraded(
          'CapiClusterNotReady',
          `Provisioned, and not available: ${said(ready)}`,
          {
            evidence: [
              {
                path: `status.conditions[type=${ready.type}].message`,
                value: said(ready),
              },
            ],
          },
        ),
        ready.at,
      );
    default:
      return unknown(
        'CapiClusterStateUnknown',
        `Provisioned, and whether it is available is ${
          ready ? `"${ready.status}"` : 'not said'
        }.`,
        {
          evidence: [
            {
              path: 'status.conditions[type=Available].status',
              value: ready?.status ?? null,
            },
          ],
        },
      );
  }
}
