import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  healthy,
  HealthContext,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { numberAt, objectsAt, RawObject, stringAt } from '../../reading/raw';
import { definedInGit } from './defined-in-git';
import type { AttachmentFacts } from './volume-attachment';
import { counted } from '../../reading/wording';

export type CsiNodeFacts = {
  /** The drivers whose pod has registered on the node; `limit` is how many volumes it takes. */
  drivers: Array<{ name: string; limit?: number }>;
};

/** Which CSI drivers have registered on a node. */
export const csiNode = defineKind<CsiNodeFacts>({
  group: 'storage.k8s.io',
  kind: 'CSINode',
  plural: 'csinodes',
  versions: ['v1'],
  namespaced: false,
  title: 'CSI nodes',
  statusless: true,
  project: projectCsiNode,
  links: ({ meta }) => [
    linkTo('node', { group: '', kind: 'Node', name: meta.name }),
  ],
  health: (of, context) => definedInGit(of.meta) ?? judgeCsiNode(of, context),
  reasons: [
    {
      code: 'CSINodeDriverMissing',
      cause:
        'A driver whose volumes are to be attached to the node is not registered there.',
      evidence: 'spec.drivers',
    },
    {
      code: 'CSINodeRegistered',
      cause: 'The drivers that are needed on the node are registered.',
      evidence: 'spec.drivers',
      remedy: false,
    },
  ],
});

function projectCsiNode(raw: RawObject): CsiNodeFacts {
  return {
    drivers: objectsAt(raw, 'spec', 'drivers').flatMap(one => {
      const name = stringAt(one, 'name');
      const limit = numberAt(one, 'allocatable', 'count');
      return name ? [{ name, ...(limit === undefined ? {} : { limit }) }] : [];
    }),
  };
}

function judgeCsiNode(
  { meta, facts }: Resource<CsiNodeFacts>,
  context: HealthContext,
): Verdict {
  const names = facts.drivers.map(({ name }) => name);
  const wanted = wantedPerDriver(context);
  const missing = [...wanted.keys()].find(driver => !names.includes(driver));
  if (missing) {
    const volumes = counted(wanted.get(missing)!, 'volume');
    return degraded(
      'CSINodeDriverMissing',
      `Driver ${missing} is not registered on node ${meta.name}, where ${volumes} of it must be attached: pods there cannot mount them.`,
      { evidence: [{ path: 'spec.drivers', value: names }] },
    );
  }
  if (names.length === 0) {
    // Normal where no volume comes from a CSI driver: nothing to be well or ill.
    return unknown(
      'NoState',
      'No CSI driver is registered on the node, and none is asked for.',
    );
  }
  const warnings = facts.drivers.flatMap(({ name, limit }) => {
    const used = wanted.get(name) ?? 0;
    return limit !== undefined && used >= limit
      ? [
          `${used} of ${limit} volumes of ${name} are on the node: it takes no more.`,
        ]
      : [];
  });
  return healthy(
    'CSINodeRegistered',
    `${counted(names.length, 'driver')} registered: ${names.join(', ')}.`,
    warnings.length > 0 ? { warnings } : {},
  );
}

/** How many volumes of each driver are on the node or to be brought there. */
function wantedPerDriver(context: HealthContext): Map<string, number> {
  const result = new Map<string, number>();
  const { items } = context.incoming<AttachmentFacts>(
    'csiNode',
    'storage.k8s.io/VolumeAttachment',
  );
  for (const { facts, meta } of items) {
    if (facts.attacher && meta.deleting === undefined) {
      result.set(facts.attacher, (result.get(facts.attacher) ?? 0) + 1);
    }
  }
  return result;
}
