import { hostileKinds } from '../__testUtils__/hostile-judging';
import { kubernetesNetwork } from '.';

const kinds = hostileKinds(kubernetesNetwork, {
  now: '2026-09-15T12:00:00Z',
  fields: [
    ...['rules', 'http', 'paths', 'backend', 'service', 'port', 'name'],
    ...['tls', 'secretName', 'hosts', 'host', 'loadBalancer', 'ingress', 'ip'],
    ...['ingressClassName', 'controller', 'podSelector', 'matchLabels'],
    ...['policyTypes', 'egress', 'kubernetes.io/ingress.class'],
  ],
  words: ['Ingress', 'Egress', 'edge', 'k8s.io/ingress-nginx', '192.0.2.40'],
});

describe.each(kinds)('%s', (_, kind) => {
  it('judges whatever it is given, in words and with evidence', () => {
    expect(kind.judgesAnything).not.toThrow();
  });

  it('is never healthy without a status, or with one of another type', () => {
    expect(kind.needsItsStatus).not.toThrow();
  });
});
