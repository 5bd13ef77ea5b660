import { RawObject, stringAt } from '@socle/backstage-plugin-socle-model';
import { KindSink } from '../kind-sink';

/** Keeps what it is told, and marks and sweeps as the engine's does. */
export class RecordingSink implements KindSink {
  readonly objects = new Map<string, RawObject>();
  readonly states: string[] = [];
  message: string | undefined;
  lists = 0;
  private seen: Set<string> | undefined;

  listing(): void {
    this.seen = new Set();
  }

  upsert(raw: RawObject): void {
    const name = stringAt(raw, 'metadata', 'name')!;
    this.objects.set(name, raw);
    this.seen?.add(name);
  }

  remove(_namespace: string | undefined, name: string): void {
    this.objects.delete(name);
  }

  listed(): void {
    const { seen } = this;
    if (!seen) {
      throw new Error('listed without listing');
    }
    for (const name of this.objects.keys()) {
      if (!seen.has(name)) {
        this.objects.delete(name);
      }
    }
    this.seen = undefined;
    this.lists += 1;
  }

  state(state: string, message?: string): void {
    if (this.states.at(-1) !== state) {
      this.states.push(state);
    }
    this.message = message;
  }

  get last(): string | undefined {
    return this.states.at(-1);
  }

  get names(): string[] {
    return [...this.objects.keys()].sort();
  }
}
