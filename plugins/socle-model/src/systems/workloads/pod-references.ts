import {
  isObject,
  objectsAt,
  RawObject,
  stringAt,
  valueAt,
} from '../../reading/raw';

/** Names, in the pod's own namespace, of what it mounts and reads. */
export type PodReferences = {
  claims?: string[];
  secrets?: string[];
  /** Secrets that it starts without. */
  optionalSecrets?: string[];
  configMaps?: string[];
};

/** Every namespace has this one, and every pod mounts it. */
const EVERYWHERE = 'kube-root-ca.crt';

export function podReferences(raw: RawObject): PodReferences {
  const claims = new Set<string>();
  const secrets = new Set<string>();
  const optional = new Set<string>();
  const configMaps = new Set<string>();
  const addTo = (
    needed: Set<string>,
    spare: Set<string> | undefined,
    ref: unknown,
    field = 'name',
  ) => {
    const name = stringAt(ref, field);
    if (name && name !== EVERYWHERE) {
      (valueAt(ref, 'optional') === true ? spare : needed)?.add(name);
    }
  };
  const addSecret = (ref: unknown, field?: string) =>
    addTo(secrets, optional, ref, field);
  const addConfigMap = (ref: unknown) => addTo(configMaps, undefined, ref);

  for (const list of ['initContainers', 'containers']) {
    for (const container of objectsAt(raw, 'spec', list)) {
      for (const source of objectsAt(container, 'envFrom')) {
        addSecret(source.secretRef);
        addConfigMap(source.configMapRef);
      }
      for (const variable of objectsAt(container, 'env')) {
        addSecret(valueAt(variable, 'valueFrom', 'secretKeyRef'));
        addConfigMap(valueAt(variable, 'valueFrom', 'configMapKeyRef'));
      }
    }
  }
  for (const secret of objectsAt(raw, 'spec', 'imagePullSecrets')) {
    addSecret(secret);
  }
  for (const volume of objectsAt(raw, 'spec', 'volumes')) {
    const claim = stringAt(volume, 'persistentVolumeClaim', 'claimName');
    if (claim) claims.add(claim);
    if (isObject(volume.ephemeral)) {
      claims.add(
        `${stringAt(raw, 'metadata', 'name') ?? ''}-${
          stringAt(volume, 'name') ?? ''
        }`,
      );
    }
    addSecret(volume.secret, 'secretName');
    addConfigMap(volume.configMap);
    addSecret(valueAt(volume, 'csi', 'nodePublishSecretRef'));
    for (const source of objectsAt(volume, 'projected', 'sources')) {
      addSecret(source.secret);
      addConfigMap(source.configMap);
    }
  }
  for (const name of secrets) {
    optional.delete(name);
  }
  return {
    ...(claims.size > 0 ? { claims: [...claims] } : {}),
    ...(secrets.size > 0 ? { secrets: [...secrets] } : {}),
    ...(optional.size > 0 ? { optionalSecrets: [...optional] } : {}),
    ...(configMaps.size > 0 ? { configMaps: [...configMaps] } : {}),
  };
}
