import type { KindId } from '../definition/kind';
import { Resource } from '../definition/resource';
import { SystemDefinition } from '../definition/system';
import { ResourceStore } from '../graph/store';
import { runs } from './found-systems';

/** The kinds by which a system without kinds of its own is recognised. */
const BY_VOLUMES: readonly KindId[] = [
  '/PersistentVolume',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/CSIDriver',
];

/**
 * What a cluster has of a system: the objects of its kinds; of one without kinds, the pods of its images, the
 * volumes, classes and drivers that go by its names, and the nodes that it runs.
 * @public
 */
export function* resourcesOf(
  store: ResourceStore,
  system: SystemDefinition,
): Iterable<Resource> {
  for (const { group, kind } of system.kinds) {
    yield* store.ofKind(`${group}/${kind}`);
  }
  if (system.kinds.length > 0) {
    return;
  }
  for (const pod of system.images?.length ? store.ofKind('/Pod') : []) {
    const { images } = pod.facts;
    const own = (Array.isArray(images) ? images : []).some(image =>
      runs(String(image), system.images!),
    );
    if (own) {
      yield pod;
    }
  }
  for (const node of system.distributions ? store.ofKind('/Node') : []) {
    if (distributionOf(node, system) !== undefined) {
      yield node;
    }
  }
  for (const kind of system.volumes ? BY_VOLUMES : []) {
    for (const one of store.ofKind(kind)) {
      if (isOf(one, system.volumes!)) {
        yield one;
      }
    }
  }
}

/** The version of a system that a node runs, `''` where it does not say; undefined where it runs another. */
function distributionOf(
  { facts }: Resource,
  { distributions = [] }: SystemDefinition,
): string | undefined {
  const { distribution } = facts;
  if (typeof distribution !== 'string') {
    return undefined;
  }
  const name = distributions.find(
    one => distribution === one || distribution.startsWith(`${one} `),
  );
  return name === undefined
    ? undefined
    : distribution.slice(name.length).trim();
}

/**
 * The oldest version of a system among the nodes that it runs, as that is what holds an upgrade back.
 * @public
 */
export function distributionVersion(
  store: ResourceStore,
  system: SystemDefinition,
): string | undefined {
  const versions = new Set<string>();
  for (const node of system.distributions ? store.ofKind('/Node') : []) {
    const version = distributionOf(node, system);
    if (version) versions.add(version);
  }
  return [...versions].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  )[0];
}

function isOf(
  { kind, meta, facts }: Resource,
  { drivers = [], sources = [] }: NonNullable<SystemDefinition['volumes']>,
): boolean {
  const names =
    kind.kind === 'CSIDriver' ? [meta.name] : [facts.driver, facts.provisioner];
  return (
    names.some(name => typeof name === 'string' && drivers.includes(name)) ||
    (typeof facts.source === 'string' && sources.includes(facts.source))
  );
}
