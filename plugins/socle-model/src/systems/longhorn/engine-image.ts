import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  HealthContext,
  Verdict,
} from '../../judging/verdict';
import { condition } from '../../reading/conditions';
import { booleanAt, numberAt, objectAt, stringAt } from '../../reading/raw';
import { LONGHORN } from './api';
import { longhornConditions } from './longhorn-conditions';
import { judgeByState } from './state-table';
import { oneLine } from './wording';

/** A version of the engine's binary, brought to every node by a DaemonSet. */
export type EngineImageFacts = {
  image?: string;
  state?: string;
  incompatible?: true;
  nodes: number;
  missingOn: string[];
  refCount?: number;
  cause?: string;
};

export const engineImage = defineKind<EngineImageFacts>({
  ...LONGHORN,
  kind: 'EngineImage',
  plural: 'engineimages',
  project: raw => {
    const deployed = objectAt(raw, 'status', 'nodeDeploymentMap');
    const ready = condition(longhornConditions(raw), 'Ready');
    return {
      image: stringAt(raw, 'spec', 'image'),
      state: stringAt(raw, 'status', 'state'),
      ...(booleanAt(raw, 'status', 'incompatible')
        ? { incompatible: true }
        : {}),
      nodes: Object.keys(deployed).length,
      missingOn: Object.keys(deployed)
        .filter(node => booleanAt(deployed, node) === false)
        .sort(),
      refCount: numberAt(raw, 'status', 'refCount'),
      ...(ready?.status === 'False'
        ? { cause: ready.message ?? ready.reason }
        : {}),
    };
  },
  provides: ({ facts }) =>
    facts.image ? [`longhornEngineImage:${facts.image}`] : [],
  health: judgeEngineImage,
  reasons: [
    {
      code: 'LonghornEngineImageDeployed',
      cause: 'The image is on every node.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornEngineImageDeploying',
      cause: 'The image is being brought to the nodes.',
      evidence: 'status.state',
      remedy: false,
    },
    {
      code: 'LonghornEngineImageMissingOnNode',
      cause: 'Some nodes lack the image.',
      evidence: 'status.nodeDeploymentMap',
    },
    {
      code: 'LonghornEngineImageUnusable',
      cause: 'The image is in error or does not fit this Longhorn.',
      evidence: 'status.incompatible',
    },
    {
      code: 'LonghornEngineImageStateUnknown',
      cause: 'The state has a value that is not known.',
      evidence: 'status.state',
      remedy: false,
    },
  ],
  shows: ['refCount', 'image'],
});

function judgeEngineImage(
  of: Resource<EngineImageFacts>,
  context: HealthContext,
): Verdict {
  const { facts } = of;
  if (facts.incompatible) {
    return failed(
      'LonghornEngineImageUnusable',
      'Its interface does not fit this version of Longhorn.',
      { evidence: [{ path: 'status.incompatible', value: true }] },
    );
  }
  if (facts.state === 'deployed' && facts.missingOn.length > 0) {
    return degraded(
      'LonghornEngineImageMissingOnNode',
      `Missing on ${facts.missingOn.join(
        ', ',
      )}: volumes that use it cannot be attached there.`,
      {
        evidence: facts.missingOn.map(node => ({
          path: `status.nodeDeploymentMap.${node}`,
          value: false,
        })),
      },
    );
  }
  return judgeByState(
    of,
    context,
    facts.state,
    {
      path: 'status.state',
      otherwise: 'LonghornEngineImageStateUnknown',
      states: {
        deployed: {
          rule: healthy,
          reason: 'LonghornEngineImageDeployed',
          message: `Deployed on ${facts.nodes} nodes`,
        },
        deploying: {
          rule: 'underWay',
          reason: 'LonghornEngineImageDeploying',
          message: `Being deployed, ${
            facts.nodes - facts.missingOn.length
          } of ${facts.nodes} nodes have it`,
        },
        incompatible: {
          rule: failed,
          reason: 'LonghornEngineImageUnusable',
          message: 'Its interface does not fit this version of Longhorn',
        },
        error: {
          rule: failed,
          reason: 'LonghornEngineImageUnusable',
          message: 'In error',
        },
      },
    },
    {
      because:
        facts.state === 'error' && facts.cause
          ? oneLine(facts.cause)
          : undefined,
    },
  );
}
