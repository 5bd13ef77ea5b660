import { Area, ResourceRef } from '@socle/backstage-plugin-socle-common';
import { Facts, KindDefinition } from '../definition/kind';
import { Meta, Resource } from '../definition/resource';
import { Link, linkTo, ObjectKey, objectKey } from '../definition/link';
import { PROBE_KIND } from '../definition/probe';
import { SystemDefinition } from '../definition/system';
import { NOT_JUDGED } from '../judging/judge';
import { Verdict } from '../judging/verdict';

/** One object in the store: a class, so that fifty thousand of them share one hidden shape. */
export class StoredResource implements Resource {
  verdict: Verdict = NOT_JUDGED;
  since = 0;
  private remembered: Link[] | undefined = undefined;

  constructor(
    readonly kind: KindDefinition,
    private readonly of: SystemDefinition,
    readonly version: string,
    public meta: Meta,
    public facts: Facts,
  ) {}

  get system(): string {
    return this.of.id;
  }

  get area(): Area {
    return this.of.area;
  }

  get key(): ObjectKey {
    const { group, kind } = this.kind;
    return objectKey(group, kind, this.meta.namespace, this.meta.name);
  }

  /** Links are computed from the facts when asked for: keeping them would double what an object costs. */
  links(): Link[] {
    if (this.remembered) {
      return this.remembered;
    }
    const { kind, meta } = this;
    const own = kind.links ? this.read(() => kind.links!(this)) : [];
    return meta.askedBy ? [...own, askedByLink(meta.askedBy)] : own;
  }

  /** Keeps the links from a change until it is judged, which asks for them again. */
  remember(links: Link[]): void {
    this.remembered = links;
  }

  forget(): void {
    this.remembered = undefined;
  }

  provides(): ObjectKey[] {
    const { kind } = this;
    return kind.provides ? this.read(() => kind.provides!(this)) : [];
  }

  /** An object whose relations cannot be read is unreadable; one bad object must not end a watch. */
  private read<T>(relations: () => T[]): T[] {
    if (this.meta.unreadable) {
      return [];
    }
    try {
      return relations();
    } catch (error) {
      this.meta.unreadable =
        error instanceof Error ? error.message : String(error);
      return [];
    }
  }
}

function askedByLink(name: string): Link {
  const [group, kind] = PROBE_KIND.split('/');
  return linkTo('askedBy', { group, kind, name });
}

/** @public The ref of a resource in its cluster. */
export function refOf(resource: Resource, cluster: string): ResourceRef {
  const { group } = resource.kind;
  const { namespace, name, uid } = resource.meta;
  return {
    cluster,
    apiVersion: group ? `${group}/${resource.version}` : resource.version,
    kind: resource.kind.kind,
    ...(namespace ? { namespace } : {}),
    name,
    ...(uid ? { uid } : {}),
  };
}
