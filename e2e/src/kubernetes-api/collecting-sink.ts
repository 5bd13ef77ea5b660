import { RawObject, stringAt } from '@socle/backstage-plugin-socle-model';
import { KindSink } from '@socle/backstage-plugin-socle-backend/src/reading';

/** What the reader found, by `namespace/name`. */
export class CollectingSink implements KindSink {
  readonly objects = new Map<string, RawObject>();
  last: string | undefined;
  message: string | undefined;
  lists = 0;
  private seen = new Set<string>();

  listing(): void {
    this.seen = new Set();
  }

  upsert(raw: RawObject): void {
    const at = `${stringAt(raw, 'metadata', 'namespace') ?? ''}/${stringAt(
      raw,
      'metadata',
      'name',
    )}`;
    this.seen.add(at);
    this.objects.set(at, raw);
  }

  remove(namespace: string | undefined, name: string): void {
    this.objects.delete(`${namespace ?? ''}/${name}`);
  }

  listed(): void {
    this.lists += 1;
    for (const at of this.objects.keys()) {
      if (!this.seen.has(at)) {
        this.objects.delete(at);
      }
    }
  }

  state(state: string, message?: string): void {
    this.last = state;
    this.message = message;
  }

  /** The names found in one namespace. */
  names(namespace = ''): string[] {
    return [...this.objects.keys()]
      .filter(at => at.startsWith(`${namespace}/`))
      .map(at => at.slice(namespace.length + 1))
      .sort();
  }
}

/** Waits until something holds; fails with what it was instead. */
export async function eventually(
  check: () => void | Promise<void>,
  millis = 15_000,
): Promise<void> {
  const until = Date.now() + millis;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > until) {
        throw error;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
