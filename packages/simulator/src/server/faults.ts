/** @public What a caller is refused: a resource, everywhere or in one namespace. */
export interface Denial {
  group?: string;
  /** Plural name; `*` for all of the group. */
  resource: string;
  namespace?: string;
  /** get, list and watch where left out. */
  verbs?: string[];
}

function sameScope(a: Denial, b: Denial): boolean {
  return (
    (a.group ?? '') === (b.group ?? '') &&
    a.resource === b.resource &&
    a.namespace === b.namespace
  );
}

/** What is wrong with one API server at the moment. */
export class Faults {
  /** Sockets are reset: the server is down, or the network is. */
  unreachable = false;
  latencyMs = 0;
  /** Watches stay open and say nothing, as behind a proxy that lost the other side. */
  stalled = false;
  /** So many of the next requests are answered with 429. */
  throttled = 0;
  retryAfterSeconds = 1;
  /** Checks of /readyz (and, for `etcd` and `ping`, /livez) that fail. */
  readonly failingChecks = new Set<string>();
  private denials: Denial[] = [];

  forbid(denial: Denial): void {
    this.allow(denial);
    this.denials.push(denial);
  }

  allow(denial: Denial): void {
    this.denials = this.denials.filter(other => !sameScope(other, denial));
  }

  denied(
    verb: string,
    group: string,
    resource: string,
    namespace?: string,
  ): boolean {
    return this.denials.some(
      denial =>
        (denial.group ?? '') === group &&
        (denial.resource === '*' || denial.resource === resource) &&
        (denial.namespace === undefined || denial.namespace === namespace) &&
        (denial.verbs ?? ['get', 'list', 'watch']).includes(verb),
    );
  }

  all(): readonly Denial[] {
    return this.denials;
  }
}
