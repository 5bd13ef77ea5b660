import { hostileKinds } from '../__testUtils__/hostile-judging';
import { gatewayApi } from '.';

const kinds = hostileKinds(gatewayApi, {
  now: '2026-09-15T12:00:00Z',
  fields: [
    ...['parentRefs', 'rules', 'backendRefs', 'hostnames', 'listeners', 'name'],
    ...['parents', 'parentRef', 'conditions', 'type', 'status', 'reason'],
    ...['tls', 'certificateRefs', 'gatewayClassName', 'from', 'to'],
    ...['observedGeneration', 'attachedRoutes', 'namespace', 'weight'],
  ],
  words: ['Accepted', 'ResolvedRefs', 'Programmed', 'True', 'False', 'Gateway'],
});

describe.each(kinds)('%s', (_, kind) => {
  it('judges whatever it is given, in words and with evidence', () => {
    expect(kind.judgesAnything).not.toThrow();
  });

  it('is never healthy without a status, or with one of another type', () => {
    expect(kind.needsItsStatus).not.toThrow();
  });
});
