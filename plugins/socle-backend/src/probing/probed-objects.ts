import {
  kindId,
  mergeProbed,
  probedIdentity,
  RawObject,
  refOf,
  Resource,
  ResourceStore,
  SystemDefinition,
} from '@socle/backstage-plugin-socle-model';

interface Told {
  system: SystemDefinition;
  objects: readonly RawObject[];
  complete: boolean;
  /** Identities of those that are not as of now. */
  lastKnown: ReadonlySet<string>;
}

/** Puts what the probes of one cluster tell into its store, and takes out what none of them tells any more. */
export class ProbedObjects {
  private readonly sources = new Map<string, Told>();
  private readonly raws = new Map<string, RawObject>();

  constructor(private readonly store: ResourceStore) {}

  /** A source that will tell: as long as it has not told everything, nothing of its system is missing. */
  expect(source: string, system: SystemDefinition): void {
    this.sources.set(source, {
      system,
      objects: [],
      complete: false,
      lastKnown: new Set(),
    });
  }

  /** `complete` is left out where it stays as it was. */
  tell(
    source: string,
    objects: readonly RawObject[],
    complete: boolean | undefined,
    lastKnown: ReadonlySet<string> = new Set(),
  ): void {
    const told = this.sources.get(source)!;
    told.objects = objects;
    told.lastKnown = lastKnown;
    told.complete = complete ?? told.complete;
    this.apply(told.system);
  }

  /** What is known of one object, as it was told. */
  raw(resource: Resource): RawObject | undefined {
    return this.raws.get(identityOf(resource));
  }

  /** The source whose last round did not tell of an object, or not all of it. */
  staleSource(resource: Resource): string | undefined {
    const identity = identityOf(resource);
    for (const [source, { lastKnown }] of this.sources) {
      if (lastKnown.has(identity)) return source;
    }
    return undefined;
  }

  private apply(system: SystemDefinition): void {
    const ofSystem = [...this.sources.values()].filter(
      told => told.system === system,
    );
    const seen = new Set<string>();
    for (const raw of mergeProbed(ofSystem.flatMap(told => told.objects))) {
      if (this.store.apply(raw)) {
        const identity = probedIdentity(raw);
        seen.add(identity);
        this.raws.set(identity, raw);
      }
    }
    for (const kind of system.kinds.filter(
      ({ source }) => source === 'probe',
    )) {
      const id = kindId(kind);
      for (const resource of [...this.store.ofKind(id)]) {
        const identity = identityOf(resource);
        if (!seen.has(identity)) {
          const { namespace, name } = resource.meta;
          this.store.remove(id, namespace, name);
          this.raws.delete(identity);
        }
      }
      this.store.setListed(
        id,
        ofSystem.every(told => told.complete),
      );
    }
  }
}

function identityOf(resource: Resource): string {
  const { apiVersion, kind, namespace, name } = refOf(resource, '');
  return [apiVersion, kind, namespace ?? '', name].join('/');
}
