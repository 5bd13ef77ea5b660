import { Repository } from '../../github/git/repository';
import {
  fieldsAt,
  KubeObject,
  listAt,
  ObjectRef,
  textAt,
} from '../../storage/object';
import { Hands } from '../hands';
import { render } from './render';
import { keyOf, refOf, refOfEntry, tracked } from './resource';
import { sourcesIn } from './sources';

/** What Git wants of an Application, and what stays though Git does not say it. */
export interface Target {
  wanted: KubeObject[];
  /** Made by a chart before; nobody here can tell that it would no longer be. */
  kept: ObjectRef[];
  types: string[];
}

export async function targetOf(
  application: KubeObject,
  spec: unknown,
  revisions: string[],
  repositories: readonly Repository[],
  hands: Hands,
): Promise<Target> {
  const { name } = application.metadata;
  const namespace = textAt(spec, 'destination', 'namespace');
  const { objects, likely, types } = await render(
    name,
    namespace,
    sourcesIn(spec, repositories),
    revisions,
  );
  const place = (object: KubeObject) =>
    tracked(name, placed(object, namespace, hands));
  const written = objects.map(place);
  const keys = new Set(written.map(object => keyOf(refOf(object))));
  const kept =
    likely.length > 0
      ? listAt(application, 'status', 'resources')
          .map(refOfEntry)
          .filter(ref => !keys.has(keyOf(ref)) && isOfChart(ref, hands))
      : [];
  // A release that was there already is known better than by its values.
  const made = kept.length > 0 ? [] : likely.map(place);
  return { wanted: [...written, ...made], kept, types };
}

const OF_A_CHART = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'Service',
  'PersistentVolumeClaim',
];

/** Whether a resource came from a chart itself, and not from what is likely of one. */
function isOfChart(ref: ObjectRef, hands: Hands): boolean {
  if (!OF_A_CHART.includes(ref.kind)) return false;
  const live = hands.get(ref);
  return (
    live !== undefined &&
    !('helm.sh/chart' in fieldsAt(live, 'metadata', 'labels'))
  );
}

/** In the namespace of the destination where it names none, unless its kind is in no namespace. */
function placed(
  object: KubeObject,
  namespace: string,
  hands: Hands,
): KubeObject {
  const metadata = { ...object.metadata };
  const namespaced =
    hands.isNamespaced(object) ??
    (metadata.namespace !== undefined || !/^Cluster[A-Z]/.test(object.kind));
  if (!namespaced) delete metadata.namespace;
  else metadata.namespace ??= namespace;
  const { status: _status, ...rest } = object;
  return { ...rest, metadata } as KubeObject;
}
