import {
  mergeProbed,
  probedIdentity,
  RawObject,
} from '@socle/backstage-plugin-socle-model';

interface Told {
  objects: readonly RawObject[];
  /** It was told in the last round, rather than in one before. */
  current: boolean;
}

/** What each request of one instance was last answered, as objects. A request that fails leaves what it told before. */
export class ProbeMemory {
  private readonly told = new Map<string, Map<string, Told>>();

  /** `requests` in the order in which what they tell is laid over each other. */
  constructor(requests: readonly string[] = []) {
    requests.forEach(request => this.told.set(request, new Map()));
  }

  tell(request: string, path: string, objects: readonly RawObject[]): void {
    const paths = this.told.get(request) ?? new Map<string, Told>();
    paths.set(path, { objects, current: true });
    this.told.set(request, paths);
  }

  knows(request: string, path: string): boolean {
    return this.told.get(request)?.has(path) ?? false;
  }

  /** A round begins: until it is told again, what is known is from before. */
  age(): void {
    for (const paths of this.told.values()) {
      for (const told of paths.values()) told.current = false;
    }
  }

  /** Forgets what is not asked for any more: what it was asked about is gone. */
  keepOnly(request: string, paths: readonly string[]): void {
    const kept = new Set(paths);
    for (const path of this.told.get(request)?.keys() ?? []) {
      if (!kept.has(path)) {
        this.told.get(request)!.delete(path);
      }
    }
  }

  /** What these requests told, one object for each name; all requests where none is named. */
  objects(requests: Iterable<string> = this.told.keys()): RawObject[] {
    const all: RawObject[] = [];
    for (const request of requests) {
      for (const { objects } of this.told.get(request)?.values() ?? []) {
        for (const object of objects) all.push(object);
      }
    }
    return mergeProbed(all);
  }

  /** Identities of objects of which not everything was told in the last round. */
  lastKnown(): Set<string> {
    const found = new Set<string>();
    for (const paths of this.told.values()) {
      for (const { objects, current } of paths.values()) {
        if (!current) objects.forEach(one => found.add(probedIdentity(one)));
      }
    }
    return found;
  }
}
