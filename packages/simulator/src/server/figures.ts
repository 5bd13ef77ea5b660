import { parseBytes } from '../behaviour/controllers/bytes';
import { at, Fields, isFields, KubeObject, timestamp } from '../storage/object';
import { Cluster } from './cluster';

const METRICS = '/apis/metrics.k8s.io/v1beta1';
const USED = 'simulator.socle.dev/used';
/** metrics-server scrapes this often. */
const SCRAPE_MILLIS = 15_000;

/** An answer of the metrics API or of a kubelet. */
export interface Figures {
  code: number;
  /** Sent as JSON; text where the API server itself refuses. */
  body: Fields | string;
}

/** What nodes, pods and claims use: made up from their objects, always the same for the same object. */
export function figuresAnswer(
  cluster: Cluster,
  path: string,
): Figures | undefined {
  const summary = /^\/api\/v1\/nodes\/([^/]+)\/proxy\/stats\/summary$/.exec(
    path,
  );
  if (summary) return summaryOf(cluster, decodeURIComponent(summary[1]));
  if (!path.startsWith(`${METRICS}/`)) return undefined;
  const [, plural, name] =
    /^\/(nodes|pods)(?:\/([^/]+))?$/.exec(path.slice(METRICS.length)) ?? [];
  if (plural === 'nodes') return nodeMetrics(cluster, name);
  if (plural === 'pods' && !name) return podMetrics(cluster);
  return undefined;
}

function nodeMetrics(cluster: Cluster, name?: string): Figures | undefined {
  const items = objects(cluster, 'nodes')
    .filter(isReady)
    .map(node => {
      const { name: of } = node.metadata;
      const share = shareOf(`node/${of}`, 20, 65) / 100;
      return {
        metadata: { name: of },
        ...scraped(cluster.now()),
        usage: {
          cpu: `${Math.round(cores(quantityAt(node, 'cpu')) * share * 1e9)}n`,
          memory: `${Math.round(
            (parseBytes(quantityAt(node, 'memory')) * share) / 1024,
          )}Ki`,
        },
      };
    });
  if (name === undefined) return metricsList('NodeMetricsList', items);
  const one = items.find(item => item.metadata.name === name);
  return (
    one && {
      code: 200,
      body: {
        kind: 'NodeMetrics',
        apiVersion: 'metrics.k8s.io/v1beta1',
        ...one,
      },
    }
  );
}

function podMetrics(cluster: Cluster): Figures {
  const items = objects(cluster, 'pods')
    .filter(pod => at(pod, 'status', 'phase') === 'Running')
    .map(pod => ({
      metadata: {
        name: pod.metadata.name,
        namespace: pod.metadata.namespace,
      },
      ...scraped(cluster.now()),
      containers: listAt(pod, 'spec', 'containers').map(({ name }) => {
        const key = `${pod.metadata.namespace}/${pod.metadata.name}/${name}`;
        return {
          name,
          usage: {
            cpu: `${shareOf(key, 2, 240)}m`,
            memory: `${shareOf(key, 24, 700)}Mi`,
          },
        };
      }),
    }));
  return metricsList('PodMetricsList', items);
}

function metricsList(kind: string, items: object[]): Figures {
  return {
    code: 200,
    body: { kind, apiVersion: 'metrics.k8s.io/v1beta1', metadata: {}, items },
  };
}

function scraped(now: number) {
  const last = now - (now % SCRAPE_MILLIS);
  return { timestamp: timestamp(last), window: '15.02s' };
}

/** `GET …/proxy/stats/summary` of one node: its disk, and the claims that its pods mount. */
function summaryOf(cluster: Cluster, name: string): Figures | undefined {
  const node = objects(cluster, 'nodes').find(
    one => one.metadata.name === name,
  );
  if (!node) return undefined;
  if (!isReady(node)) {
    return {
      code: 503,
      body: `error trying to reach service: dial tcp: no route to ${name}:10250`,
    };
  }
  const time = timestamp(cluster.now());
  const claims = new Map(
    objects(cluster, 'persistentvolumeclaims').map(claim => [
      `${claim.metadata.namespace}/${claim.metadata.name}`,
      claim,
    ]),
  );
  // A kubelet measures no directory of its own disk.
  const directories = new Set(
    objects(cluster, 'persistentvolumes')
      .filter(volume => at(volume, 'spec', 'hostPath') !== undefined)
      .map(volume => volume.metadata.name),
  );
  const disk = parseBytes(quantityAt(node, 'ephemeral-storage'));
  const fs = used(time, disk, node, [18, 55]);
  const pods = objects(cluster, 'pods')
    .filter(
      pod =>
        at(pod, 'spec', 'nodeName') === name &&
        at(pod, 'status', 'phase') === 'Running',
    )
    .map(pod => ({
      podRef: {
        name: pod.metadata.name,
        namespace: pod.metadata.namespace,
        uid: pod.metadata.uid,
      },
      volume: listAt(pod, 'spec', 'volumes').flatMap(volume => {
        const claimName = at(volume, 'persistentVolumeClaim', 'claimName');
        const namespace = pod.metadata.namespace ?? '';
        const claim = claims.get(`${namespace}/${String(claimName)}`);
        const size = at(claim ?? {}, 'status', 'capacity', 'storage');
        const unmeasured = directories.has(
          String(at(claim ?? {}, 'spec', 'volumeName')),
        );
        if (!claim || typeof size !== 'string' || unmeasured) return [];
        // A file system takes a little for itself.
        const capacity = Math.floor(parseBytes(size) * 0.97);
        return [
          {
            ...used(time, capacity, claim, [15, 72]),
            name: volume.name,
            pvcRef: { name: claimName, namespace },
          },
        ];
      }),
    }));
  return {
    code: 200,
    body: {
      node: { nodeName: name, fs, runtime: { imageFs: fs } },
      pods,
    },
  };
}

/** How full something is: as its annotation `simulator.socle.dev/used` says, else a share that is its own. */
function used(
  time: string,
  capacityBytes: number,
  object: KubeObject,
  [least, most]: [number, number],
) {
  const { namespace, name, annotations } = object.metadata;
  const said = Number.parseFloat(annotations?.[USED] ?? '');
  const percent = Number.isFinite(said)
    ? said
    : shareOf(`${object.kind}/${namespace}/${name}`, least, most);
  const usedBytes = Math.round((capacityBytes * percent) / 100);
  const inodes = Math.max(1, Math.floor(capacityBytes / 16_384));
  const inodesUsed = Math.round((inodes * percent) / 400);
  return {
    time,
    capacityBytes,
    usedBytes,
    availableBytes: capacityBytes - usedBytes,
    inodes,
    inodesUsed,
    inodesFree: inodes - inodesUsed,
  };
}

/** A whole number between two, always the same for the same text. */
function shareOf(text: string, least: number, most: number): number {
  let hash = 2_166_136_261;
  for (const char of text) {
    hash = Math.imul(hash ^ char.charCodeAt(0), 16_777_619) >>> 0;
  }
  return least + (hash % (most - least + 1));
}

function objects(cluster: Cluster, resource: string): KubeObject[] {
  return cluster.storage.all(resource).map(row => row.read());
}

function isReady(node: KubeObject): boolean {
  return listAt(node, 'status', 'conditions').some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
}

function listAt(object: object, ...path: string[]): Fields[] {
  const value = at(object as Fields, ...path);
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function quantityAt(node: KubeObject, resource: string): string {
  const value = at(node, 'status', 'capacity', resource);
  return typeof value === 'string' ? value : '';
}

function cores(quantity: string): number {
  const number = Number.parseFloat(quantity);
  if (!Number.isFinite(number)) return 1;
  return quantity.endsWith('m') ? number / 1000 : number;
}
