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
 * What a cluster has of a system: the objects of its kinds; of one without kinds, the pods of its images and the
 * volumes, classes and drivers that go by its names.
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
  for (const kind of system.volumes ? BY_VOLUMES : []) {
    for (const one of store.ofKind(kind)) {
      if (isOf(one, system.volumes!)) {
        yield one;
      }
    }
  }
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
