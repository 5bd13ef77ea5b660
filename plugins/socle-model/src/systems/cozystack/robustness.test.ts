import { survivesHostileObjects } from '../__testUtils__/hostile-judging';
import { cozystack } from '.';

// All applications but Kubernetes are one and the same code.
const few = {
  ...cozystack,
  kinds: cozystack.kinds.filter(
    ({ group, kind }) =>
      group !== 'apps.cozystack.io' || ['Kubernetes', 'Bucket'].includes(kind),
  ),
};

survivesHostileObjects(few, {
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
