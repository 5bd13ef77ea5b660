import { hostileKinds } from '../__testUtils__/hostile-judging';
import { cozystack } from '.';

// All applications but Kubernetes are one and the same code.
const few = {
  ...cozystack,
  kinds: cozystack.kinds.filter(
    ({ group, kind }) =>
      group !== 'apps.cozystack.io' || ['Kubernetes', 'Bucket'].includes(kind),
  ),
};

const kinds = hostileKinds(few, {
  now: '2026-09-15T12:00:00Z',
  fields: [
    'conditions',
    'type',
    'status',
    'reason',
    'message',
    'storageClass',
    'controlPlane',
    'replicas',
    'nodeGroups',
    'operational',
    'availableReplicas',
    'minReplicas',
    'selector',
    'app.kubernetes.io/instance',
    'phase',
    'schedule',
    'cron',
  ],
  words: [
    'Ready',
    'WorkloadsReady',
    'True',
    'False',
    'Unknown',
    'Pending',
    'Succeeded',
    'Failed',
    'Running',
    'replicated',
    'local',
  ],
});

describe.each(kinds)('%s', (_, kind) => {
  it('judges whatever it is given, in words and with evidence', () => {
    expect(kind.judgesAnything).not.toThrow();
  });

  it('is never healthy without a status, or with one of another type', () => {
    expect(kind.needsItsStatus).not.toThrow();
  });
});
