import {
  HttpAnswer,
  ProbeDefinition,
  ProbeReading,
} from '../../definition/probe';
import {
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';

/**
 * The summary of each kubelet, through the API server. It needs `nodes/proxy`, which is more than reading: without that
 * right, usage is not measured and nothing else changes.
 */
export const statsProbe: ProbeDefinition = {
  id: 'kubelet',
  target: 'cluster',
  credential: 'none',
  everySeconds: 60,
  requests: [
    {
      id: 'stats-summary',
      path: /^(?:\/api\/v1\/nodes\/[^/]+\/proxy)?\/stats\/summary$/,
      asks: ({ listed }) =>
        listed('/Node').map(
          node =>
            `/api/v1/nodes/${encodeURIComponent(
              node.replace(/^.*\//, ''),
            )}/proxy/stats/summary`,
        ),
      // A node that is down is told of by its Node; its figures alone are old.
      apart: true,
      read: readSummary,
    },
  ],
};

/** What is kept of a file system. */
const FIGURES = [
  'capacityBytes',
  'usedBytes',
  'availableBytes',
  'inodes',
  'inodesUsed',
  'inodesFree',
];

function readSummary({
  httpStatus,
  body,
}: HttpAnswer): ProbeReading | undefined {
  const node = stringAt(body, 'node', 'nodeName');
  if (httpStatus !== 200 || node === undefined) {
    return undefined;
  }
  return {
    items: [
      nodeObject(node, objectAt(body, 'node')),
      ...claimObjects(node, body),
    ],
  };
}

function nodeObject(name: string, node: RawObject): RawObject {
  const images = objectAt(node, 'runtime', 'imageFs');
  return {
    apiVersion: 'kubelet.socle.dev/v1',
    kind: 'NodeFilesystem',
    metadata: { name, uid: `kubelet/NodeFilesystem/${name}` },
    status: {
      root: figuresOf(objectAt(node, 'fs')),
      ...(Object.keys(images).length > 0 ? { images: figuresOf(images) } : {}),
    },
  };
}

/** One object for each claim; two pods of the node that share one tell the same, and the fuller counts. */
function claimObjects(node: string, body: unknown): RawObject[] {
  const byClaim = new Map<string, RawObject>();
  const root = figuresOf(objectAt(body, 'node', 'fs'));
  for (const pod of objectsAt(body, 'pods')) {
    for (const volume of objectsAt(pod, 'volume')) {
      const name = stringAt(volume, 'pvcRef', 'name');
      const namespace =
        stringAt(volume, 'pvcRef', 'namespace') ??
        stringAt(pod, 'podRef', 'namespace');
      if (!name || !namespace) continue;
      const key = `${namespace}/${name}`;
      const figures = figuresOf(volume);
      const before = byClaim.get(key);
      if (!before || used(figures) > used(before)) {
        byClaim.set(key, { namespace, name, ...figures });
      }
    }
  }
  const all = [...byClaim.values()];
  return all.map(claim => {
    const { namespace, name, ...figures } = claim;
    return {
      apiVersion: 'kubelet.socle.dev/v1',
      kind: 'ClaimUsage',
      metadata: {
        name,
        namespace,
        uid: `kubelet/ClaimUsage/${namespace}/${name}`,
      },
      // By node: a claim that several mount is told by each of them.
      status: {
        [node]: {
          ...figures,
          ...(sameDisk(figures, root) ? { wholeDisk: true } : {}),
          alike: all.filter(other => other !== claim && sameDisk(claim, other))
            .length,
        },
      },
    };
  });
}

function figuresOf(from: RawObject): RawObject {
  const figures: RawObject = {};
  for (const name of FIGURES) {
    const value = numberAt(from, name);
    if (value !== undefined && value >= 0) {
      figures[name] = value;
    }
  }
  const time = stringAt(from, 'time');
  return {
    ...figures,
    ...(time ? { time } : {}),
    ...(valueAt(from, 'volumeHealthStats', 'abnormal') === true
      ? { abnormal: true }
      : {}),
  };
}

function used(figures: RawObject): number {
  return numberAt(figures, 'usedBytes') ?? -1;
}

/** Capacity and what is left agree to the byte: both speak of one file system. */
function sameDisk(one: unknown, other: unknown): boolean {
  return (
    isObject(one) &&
    isObject(other) &&
    one.capacityBytes !== undefined &&
    one.availableBytes !== undefined &&
    one.capacityBytes === other.capacityBytes &&
    one.availableBytes === other.availableBytes
  );
}
