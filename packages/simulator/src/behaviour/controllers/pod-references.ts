import { at, isFields, KubeObject, listAt, textAt } from '../../storage/object';
import { Hands } from '../hands';

/** What a kubelet says of a Secret or ConfigMap that a pod needs and that is not there. */
export function missingReference(
  pod: KubeObject,
  hands: Hands,
): string | undefined {
  const { namespace } = pod.metadata;
  const wanted = [
    ...references(pod, 'Secret', 'secret', 'secretName'),
    ...references(pod, 'ConfigMap', 'configMap', 'name'),
  ];
  const missing = wanted.find(
    ({ kind, name }) => !hands.get({ apiVersion: 'v1', kind, namespace, name }),
  );
  return missing && `${missing.kind.toLowerCase()} "${missing.name}" not found`;
}

function references(
  pod: KubeObject,
  kind: string,
  word: string,
  nameInVolume: string,
): Array<{ kind: string; name: string }> {
  const containers = [
    ...listAt(pod, 'spec', 'initContainers'),
    ...listAt(pod, 'spec', 'containers'),
  ];
  const found = [
    ...containers.flatMap(container => [
      ...listAt(container, 'envFrom').map(one => at(one, `${word}Ref`)),
      ...listAt(container, 'env').map(one =>
        at(one, 'valueFrom', `${word}KeyRef`),
      ),
    ]),
    ...listAt(pod, 'spec', 'volumes').map(volume => at(volume, word)),
  ];
  return found
    .filter(isFields)
    .filter(reference => reference.optional !== true)
    .map(reference => ({
      kind,
      name: textAt(reference, 'name') || textAt(reference, nameInVolume),
    }))
    .filter(({ name }) => name !== '');
}
