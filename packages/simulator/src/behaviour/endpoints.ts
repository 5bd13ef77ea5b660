import { isDeepStrictEqual } from 'node:util';
import {
  Fields,
  fieldsAt,
  isFields,
  KubeObject,
  listAt,
  textAt,
} from '../storage/object';
import { conditionStatus } from './conditions';
import { Hands } from './hands';

const manager = 'endpointslice-controller';

/** Slices that the endpoint slice controller keeps for a Service with a selector, as long as a node is away. */
export class Endpoints {
  private readonly slices: KubeObject[] = [];

  constructor(private readonly hands: Hands) {}

  /** Takes on a slice; false where no Service says which pods belong in it. */
  follow(slice: KubeObject): boolean {
    const known = this.selectorOf(slice) !== undefined;
    if (known) this.slices.push(slice);
    return known;
  }

  /** Brings the slices in line with the pods as they are now. */
  sync(): void {
    for (const { apiVersion, kind, metadata } of this.slices) {
      const { namespace, name } = metadata;
      const slice = this.hands.get({ apiVersion, kind, namespace, name });
      const selector = slice && this.selectorOf(slice);
      if (!slice || !selector) continue;
      const endpoints = this.podsOf(slice, selector).map(pod =>
        endpointOf(pod, listAt(slice, 'endpoints')),
      );
      if (!isDeepStrictEqual(endpoints, slice.endpoints))
        this.hands.merge(slice, { endpoints }, manager);
    }
  }

  private selectorOf({ metadata }: KubeObject): Fields | undefined {
    const name = metadata.labels?.['kubernetes.io/service-name'];
    const service =
      name &&
      this.hands.get({
        apiVersion: 'v1',
        kind: 'Service',
        namespace: metadata.namespace,
        name,
      });
    const selector = service ? fieldsAt(service, 'spec', 'selector') : {};
    return Object.keys(selector).length > 0 ? selector : undefined;
  }

  private podsOf({ metadata }: KubeObject, selector: Fields): KubeObject[] {
    return this.hands
      .list('', 'Pod')
      .filter(
        pod =>
          pod.metadata.namespace === metadata.namespace &&
          textAt(pod, 'status', 'podIP') !== '' &&
          !['Succeeded', 'Failed'].includes(textAt(pod, 'status', 'phase')) &&
          Object.entries(selector).every(
            ([label, value]) => pod.metadata.labels?.[label] === value,
          ),
      );
  }
}

/** The endpoint of a pod; what else is said of it (its zone, a hostname) stays. */
function endpointOf(pod: KubeObject, endpoints: unknown[]): Fields {
  const { namespace, name, uid } = pod.metadata;
  const before = endpoints.find(
    endpoint => textAt(endpoint, 'targetRef', 'name') === name,
  );
  const serving =
    conditionStatus(listAt(pod, 'status', 'conditions'), 'Ready') === 'True';
  const terminating = pod.metadata.deletionTimestamp !== undefined;
  return {
    ...(isFields(before) ? before : {}),
    addresses: [textAt(pod, 'status', 'podIP')],
    conditions: { ready: serving && !terminating, serving, terminating },
    nodeName: textAt(pod, 'spec', 'nodeName'),
    targetRef: { kind: 'Pod', namespace, name, uid },
  };
}
