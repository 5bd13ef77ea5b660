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

/** Each name once; lists, as a pod has few and most pods have none. */
class Found {
  private claims: string[] | undefined;
  private secrets: string[] | undefined;
  private optional: string[] | undefined;
  private configMaps: string[] | undefined;

  claim(name: string | undefined): void {
    if (name) this.claims = withName(this.claims, name);
  }

  secret(ref: unknown, field = 'name'): void {
    const name = nameIn(ref, field);
    if (name && valueAt(ref, 'optional') === true) {
      this.optional = withName(this.optional, name);
    } else if (name) {
      this.secrets = withName(this.secrets, name);
    }
  }

  configMap(ref: unknown): void {
    const name = nameIn(ref, 'name');
    if (name && valueAt(ref, 'optional') !== true) {
      this.configMaps = withName(this.configMaps, name);
    }
  }

  addTo(facts: PodReferences): void {
    const { claims, secrets, configMaps } = this;
    const optional = this.optional?.filter(name => !secrets?.includes(name));
    if (claims) facts.claims = claims;
    if (secrets) facts.secrets = secrets;
    if (optional?.length) facts.optionalSecrets = optional;
    if (configMaps) facts.configMaps = configMaps;
  }
}

/** Puts into `facts` what a pod refers to. */
export function addReferences(raw: RawObject, facts: PodReferences): void {
  const found = new Found();
  for (const list of ['initContainers', 'containers']) {
    for (const container of objectsAt(raw, 'spec', list)) {
      for (const source of objectsAt(container, 'envFrom')) {
        found.secret(source.secretRef);
        found.configMap(source.configMapRef);
      }
      for (const variable of objectsAt(container, 'env')) {
        const from = variable.valueFrom;
        if (isObject(from)) {
          found.secret(from.secretKeyRef);
          found.configMap(from.configMapKeyRef);
        }
      }
    }
  }
  for (const secret of objectsAt(raw, 'spec', 'imagePullSecrets')) {
    found.secret(secret);
  }
  for (const volume of objectsAt(raw, 'spec', 'volumes')) {
    const { persistentVolumeClaim, csi, projected } = volume;
    if (persistentVolumeClaim) {
      found.claim(stringAt(persistentVolumeClaim, 'claimName'));
    }
    if (isObject(volume.ephemeral)) {
      found.claim(
        `${stringAt(raw, 'metadata', 'name') ?? ''}-${
          stringAt(volume, 'name') ?? ''
        }`,
      );
    }
    found.secret(volume.secret, 'secretName');
    found.configMap(volume.configMap);
    if (csi) found.secret(valueAt(csi, 'nodePublishSecretRef'));
    if (projected) {
      for (const source of objectsAt(projected, 'sources')) {
        found.secret(source.secret);
        found.configMap(source.configMap);
      }
    }
  }
  found.addTo(facts);
}

function nameIn(ref: unknown, field: string): string | undefined {
  const name = ref === undefined ? undefined : stringAt(ref, field);
  return name === EVERYWHERE ? undefined : name;
}

function withName(names: string[] | undefined, name: string): string[] {
  if (!names) return [name];
  if (!names.includes(name)) names.push(name);
  return names;
}
