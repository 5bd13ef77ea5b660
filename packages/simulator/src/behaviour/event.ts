import { KubeObject, timestamp } from '../storage/object';
import { Hands } from './hands';

/** Says in an Event what a controller noticed about an object. */
export function tell(
  hands: Hands,
  about: KubeObject,
  component: string,
  {
    type,
    reason,
    message,
  }: { type: 'Normal' | 'Warning'; reason: string; message: string },
): void {
  const now = timestamp(hands.now());
  const { apiVersion, kind, metadata } = about;
  const { name, namespace, uid } = metadata;
  hands.apply(
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name: `${name}.${hands.now().toString(16)}`,
        namespace: namespace ?? 'default',
      },
      involvedObject: { apiVersion, kind, name, namespace, uid },
      reason,
      message,
      type,
      source: { component },
      reportingComponent: component,
      firstTimestamp: now,
      lastTimestamp: now,
      count: 1,
    },
    component,
  );
}
