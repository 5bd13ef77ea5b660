import { defineKind } from '../../definition/kind';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import { objectAt, stringMapAt, stringsAt, valueAt } from '../../reading/raw';

type NetworkPolicyFacts = {
  /** Directions in which the pods that it selects are closed but for what it allows. */
  isolates: string[];
  /** Labels of the pods that it selects; absent where it selects by expressions or all pods. */
  selector?: { [label: string]: string };
  /** It selects all pods of its namespace. */
  all?: true;
  trackingId?: string;
};

/** It has no status: whether the network enforces it, no object says. */
export const networkPolicy = defineKind<NetworkPolicyFacts>({
  group: 'networking.k8s.io',
  kind: 'NetworkPolicy',
  plural: 'networkpolicies',
  versions: ['v1'],
  namespaced: true,
  stateless: true,
  reads: [
    'metadata.namespace',
    'metadata.annotations',
    'metadata.labels',
    'spec.podSelector',
    'spec.policyTypes',
    'spec.egress',
  ],
  project: raw => {
    const given = stringsAt(raw, 'spec', 'policyTypes');
    const egress = valueAt(raw, 'spec', 'egress') !== undefined;
    const selector = stringMapAt(raw, 'spec', 'podSelector', 'matchLabels');
    const trackingId = trackingIdOf(raw, 'networking.k8s.io', 'NetworkPolicy');
    const all = Object.values(objectAt(raw, 'spec', 'podSelector')).every(
      part => !part || Object.keys(part).length === 0,
    );
    return {
      isolates:
        given.length > 0 ? given : ['Ingress', ...(egress ? ['Egress'] : [])],
      ...(Object.keys(selector).length > 0 ? { selector } : {}),
      ...(all ? { all } : {}),
      ...(trackingId ? { trackingId } : {}),
    };
  },
  links: ({ facts }) => managedBy(facts.trackingId),
  shows: ['isolates', 'selector', 'all'],
});
