import {
  at,
  KubeObject,
  ObjectRef,
  textAt,
  timestamp,
} from '../storage/object';
import { conditionStatus } from './conditions';
import { Hands } from './hands';

/** Controllers and kubelets try again at least this often, and say each time what is in their way. */
const EVERY_MILLIS = 120_000;

/** Goes on with the warnings that were being repeated when the cluster was loaded, as long as their cause lasts. */
export class RepeatedEvents {
  private readonly repeated: string[];

  constructor(private readonly hands: Hands) {
    this.repeated = this.warnings()
      .filter(
        event =>
          countOf(event) > 1 &&
          hands.now() - lastOf(event) < 2 * EVERY_MILLIS &&
          this.lasts(event),
      )
      .map(nameOf);
  }

  beat(): void {
    const now = this.hands.now();
    for (const event of this.warnings()) {
      if (
        this.repeated.includes(nameOf(event)) &&
        now - lastOf(event) >= EVERY_MILLIS &&
        this.lasts(event)
      ) {
        this.hands.merge(
          event,
          { count: countOf(event) + 1, lastTimestamp: timestamp(now) },
          textAt(event, 'reportingComponent'),
        );
      }
    }
  }

  private warnings(): KubeObject[] {
    return this.hands
      .list('', 'Event')
      .filter(event => textAt(event, 'type') === 'Warning');
  }

  /** Whether what it is about is there and still waits. */
  private lasts(event: KubeObject): boolean {
    const about = at(event, 'involvedObject') as ObjectRef & { uid?: string };
    const object = this.hands.get(about);
    if (!object || object.metadata.uid !== about.uid) return false;
    if (this.hands.silent(object)) return false;
    const phase = textAt(object, 'status', 'phase');
    if (phase) return phase === 'Pending';
    const conditions = at(object, 'status', 'conditions');
    return (
      Array.isArray(conditions) &&
      conditionStatus(conditions, 'Ready') === 'False'
    );
  }
}

function nameOf({ metadata }: KubeObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}

function countOf(event: KubeObject): number {
  const count = at(event, 'count');
  return typeof count === 'number' ? count : 0;
}

function lastOf(event: KubeObject): number {
  return Date.parse(textAt(event, 'lastTimestamp'));
}
