import { resourceKey, ResourceType } from '../discovery/resource-type';
import { Cluster } from '../server/cluster';
import { RecordedSystems } from '../server/recorded-answers';
import { mergePatch } from '../server/patch';
import { toObject } from '../server/request-body';
import {
  Fields,
  groupOf,
  isFields,
  KubeObject,
  ObjectRef,
} from '../storage/object';

/**
 * Whose operator says nothing: its objects do not move on. What is left out matches all.
 * @public
 */
export interface Silence {
  group?: string;
  kind?: string;
  namespace?: string;
  name?: string;
}

function covers(silence: Silence, object: KubeObject): boolean {
  const { namespace, name } = object.metadata;
  return (
    (silence.group === undefined ||
      silence.group === groupOf(object.apiVersion)) &&
    (silence.kind === undefined || silence.kind === object.kind) &&
    (silence.namespace === undefined || silence.namespace === namespace) &&
    (silence.name === undefined || silence.name === name)
  );
}

/** What operators do to a cluster: they look at objects and write into them. */
export class Hands {
  readonly downNodes = new Set<string>();
  frozen = false;
  private silences: Silence[] = [];

  constructor(private readonly cluster: Cluster) {}

  now(): number {
    return this.cluster.now();
  }

  /** The systems beside the cluster. */
  get systems(): RecordedSystems {
    return this.cluster.systems;
  }

  silence(silence: Silence): void {
    this.silences.push(silence);
  }

  /** Ends silences that say the same; all of them where nothing is said. */
  speak(silence: Silence = {}): void {
    const all = Object.keys(silence).length === 0;
    this.silences = this.silences.filter(
      other =>
        !all &&
        !(['group', 'kind', 'namespace', 'name'] as const).every(
          part => other[part] === silence[part],
        ),
    );
  }

  silent(object: KubeObject): boolean {
    return (
      this.frozen || this.silences.some(silence => covers(silence, object))
    );
  }

  /** Every object of a kind; none where the cluster does not serve it. */
  list(group: string, kind: string): KubeObject[] {
    const type = this.typeOf(group, kind);
    return type
      ? this.cluster.storage.all(resourceKey(type)).map(row => row.read())
      : [];
  }

  get({
    apiVersion,
    kind,
    namespace,
    name,
  }: ObjectRef): KubeObject | undefined {
    const type = this.typeOf(groupOf(apiVersion), kind);
    return type && this.cluster.objects.find(type, namespace, name)?.read();
  }

  private typeOf(group: string, kind: string): ResourceType | undefined {
    return this.cluster.types
      .all()
      .find(candidate => candidate.group === group && candidate.kind === kind);
  }

  /** Whether objects of a kind are in namespaces; undefined where the cluster does not serve it. */
  isNamespaced({ apiVersion, kind }: KubeObject): boolean | undefined {
    return this.typeOf(groupOf(apiVersion), kind)?.namespaced;
  }

  /** Merges into an object, and returns the merge that takes it back. */
  merge(object: KubeObject, patch: Fields, manager: string): Fields {
    const type = this.cluster.types.ofObject(object);
    const { namespace, name } = object.metadata;
    let back: Fields = {};
    const change = (current: KubeObject) => {
      back = inverseOf(current, patch);
      return toObject(
        mergePatch(current, patch),
        current.apiVersion,
        current.kind,
      );
    };
    this.cluster.objects.update(type, namespace, name, change, {
      part: 'all',
      manager,
    });
    return back;
  }

  apply(object: KubeObject, manager: string): void {
    this.cluster.apply(object, manager);
  }

  /** Also where finalizers would hold it back: whoever they stand for has done its part. */
  removeWhole(object: KubeObject): void {
    if (object.metadata.finalizers?.length)
      this.merge(object, { metadata: { finalizers: null } }, 'finalized');
    this.remove(object);
  }

  remove(object: KubeObject): void {
    const type = this.cluster.types.ofObject(object);
    const { namespace, name } = object.metadata;
    if (this.cluster.objects.find(type, namespace, name)) {
      this.cluster.objects.remove(type, namespace, name);
    }
  }
}

/** The merge patch that undoes another one on this object. */
export function inverseOf(current: Fields, patch: Fields): Fields {
  return Object.fromEntries(
    Object.entries(patch).map(([field, value]) => {
      const before = current[field];
      if (isFields(value) && isFields(before))
        return [field, inverseOf(before, value)];
      return [field, before === undefined ? null : before];
    }),
  );
}
