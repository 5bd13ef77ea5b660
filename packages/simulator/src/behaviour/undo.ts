import {
  at,
  Fields,
  isFields,
  KubeObject,
  listAt,
  ObjectRef,
  timestamp,
} from '../storage/object';
import { restoredConditions } from './conditions';
import { Hands } from './hands';

/** Remembers what a fault changed, so that its end leaves everything else as it is by then. */
export class Undo {
  private readonly steps: { ref: ObjectRef; back: Fields }[] = [];

  constructor(private readonly hands: Hands) {}

  change(object: KubeObject, patch: Fields, manager: string): void {
    const { apiVersion, kind, metadata } = object;
    const { namespace, name } = metadata;
    const back = this.hands.merge(object, patch, manager);
    this.steps.push({ ref: { apiVersion, kind, namespace, name }, back });
  }

  /** Takes changes back, the last first; `adjust` may restore an object in its own way. */
  restore(
    adjust: (object: KubeObject, back: Fields) => Fields = (_object, back) =>
      back,
  ): void {
    const now = timestamp(this.hands.now());
    for (const { ref, back } of this.steps.splice(0).reverse()) {
      const object = this.hands.get(ref);
      if (!object) continue;
      const present = listAt(object, 'status', 'conditions');
      const conditions = restoredConditions(
        at(back, 'status', 'conditions'),
        present,
        now,
      );
      const status = isFields(back.status) ? back.status : undefined;
      const whole =
        status && conditions
          ? { ...back, status: { ...status, conditions } }
          : back;
      this.hands.merge(object, adjust(object, whole), 'restored');
    }
  }
}
