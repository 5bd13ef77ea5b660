import { at, KubeObject, listAt, textAt } from '../../storage/object';
import { conditionStatus } from '../conditions';
import { Hands } from '../hands';
import { refOfEntry } from './resource';

/** From best to worst, as Argo CD orders them. */
const ORDER = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

/** Argo CD's word for an Application: the worst of its resources that have a health. */
export function healthOf(application: KubeObject, hands: Hands): string {
  const each = listAt(application, 'status', 'resources').map(entry => {
    const live = hands.get(refOfEntry(entry));
    return live ? resourceHealth(live) : 'Missing';
  });
  return each.reduce<string>(
    (worst, next) =>
      ORDER.indexOf(next) > ORDER.indexOf(worst) ? next : worst,
    'Healthy',
  );
}

function resourceHealth(object: KubeObject): string {
  const count = (...path: string[]) => Number(at(object, ...path) ?? 0);
  const conditions = listAt(object, 'status', 'conditions');
  switch (object.kind) {
    case 'Deployment': {
      const late = conditions.some(
        one => textAt(one, 'reason') === 'ProgressDeadlineExceeded',
      );
      if (late) return 'Degraded';
      const wanted = Number(at(object, 'spec', 'replicas') ?? 1);
      return count('status', 'availableReplicas') < wanted ||
        count('status', 'updatedReplicas') < wanted
        ? 'Progressing'
        : 'Healthy';
    }
    case 'StatefulSet':
      return count('status', 'readyReplicas') <
        Number(at(object, 'spec', 'replicas') ?? 1)
        ? 'Progressing'
        : 'Healthy';
    case 'DaemonSet':
      return count('status', 'numberAvailable') <
        count('status', 'desiredNumberScheduled')
        ? 'Progressing'
        : 'Healthy';
    case 'PersistentVolumeClaim':
      return textAt(object, 'status', 'phase') === 'Bound'
        ? 'Healthy'
        : 'Progressing';
    case 'ExternalSecret':
      return (
        { True: 'Healthy', False: 'Degraded' }[
          String(conditionStatus(conditions, 'Ready'))
        ] ?? 'Progressing'
      );
    case 'HTTPRoute': {
      const told = listAt(object, 'status', 'parents').flatMap(parent =>
        listAt(parent, 'conditions'),
      );
      if (told.length === 0) return 'Progressing';
      return told.some(one => textAt(one, 'status') === 'False')
        ? 'Degraded'
        : 'Healthy';
    }
    default:
      return 'Healthy';
  }
}
