import { ownedBy } from '../../demo/build/object-factory';
import { secretObjects } from '../../demo/build/secrets';
import { addVaultPath } from '../../demo/build/vault-answers';
import { DemoApplication, DemoSecret } from '../../demo/platform';
import { fieldsAt, KubeObject, listAt, textAt } from '../../storage/object';
import { conditionStatus } from '../conditions';
import { Hands } from '../hands';
import { Fresh } from './fresh';

const MANAGER = 'external-secrets';

/** ExternalSecrets and the Secrets that they make of what Vault holds. Values are made up. */
export class ExternalSecretController {
  /** Path → its keys. */
  private readonly vault = new Map<string, Set<string>>();

  constructor(private readonly hands: Hands) {}

  /** What was synchronised before must be in Vault. */
  learn(): void {
    for (const external of this.hands.list(
      'external-secrets.io',
      'ExternalSecret',
    )) {
      const conditions = listAt(external, 'status', 'conditions');
      if (conditionStatus(conditions, 'Ready') !== 'True') continue;
      for (const { path, property } of wantedOf(external))
        this.write(path, property ? [property] : []);
    }
  }

  write(path: string, keys: string[]): void {
    const known = this.vault.get(path) ?? new Set();
    for (const key of keys) known.add(key);
    this.vault.set(path, known);
    addVaultPath(this.hands.systems, path, new Fresh(this.hands.now()).ago());
  }

  settle(external: KubeObject): boolean {
    const missing = this.missing(external);
    const ready = conditionStatus(
      listAt(external, 'status', 'conditions'),
      'Ready',
    );
    if (missing === undefined) this.synchronise(external);
    else if (ready !== 'False') this.refuse(external, missing);
    return missing === undefined;
  }

  private missing(external: KubeObject): string | undefined {
    const store = fieldsAt(external, 'spec', 'secretStoreRef');
    const kind = textAt(store, 'kind') || 'SecretStore';
    const there = this.hands
      .list('external-secrets.io', kind)
      .some(
        ({ metadata }) =>
          metadata.name === store.name &&
          (kind === 'ClusterSecretStore' ||
            metadata.namespace === external.metadata.namespace),
      );
    const wanted = wantedOf(external);
    if (!there) return wanted[0]?.path ?? '';
    return wanted.find(({ path, property }) => {
      const keys = this.vault.get(path);
      return !keys || (property !== undefined && !keys.has(property));
    })?.path;
  }

  private synchronise(external: KubeObject): void {
    const make = new Fresh(this.hands.now());
    const name = targetOf(external);
    const [told, secret] = secretObjects(
      applicationOf(external),
      [{ ...secretOf(external), name, keys: this.keysOf(external) }],
      make,
    );
    this.hands.merge(
      external,
      { status: { ...fieldsAt(told, 'status'), binding: { name } } },
      MANAGER,
    );
    const { namespace } = external.metadata;
    const there = this.hands.get({
      apiVersion: 'v1',
      kind: 'Secret',
      namespace,
      name,
    });
    this.hands.apply(
      {
        ...secret,
        type:
          textAt(external, 'spec', 'target', 'template', 'type') || 'Opaque',
        metadata: {
          ...secret.metadata,
          uid: there?.metadata.uid ?? secret.metadata.uid,
          ownerReferences: [ownedBy(external)],
        },
      },
      MANAGER,
    );
  }

  private keysOf(external: KubeObject): string[] {
    const template = Object.keys(
      fieldsAt(external, 'spec', 'target', 'template', 'data'),
    );
    const named = listAt(external, 'spec', 'data').map(one =>
      textAt(one, 'secretKey'),
    );
    const whole = listAt(external, 'spec', 'dataFrom').flatMap(one => [
      ...(this.vault.get(textAt(one, 'extract', 'key')) ?? []),
    ]);
    return [
      ...new Set(template.length > 0 ? template : [...named, ...whole]),
    ].filter(Boolean);
  }

  private refuse(external: KubeObject, path: string): void {
    const make = new Fresh(this.hands.now());
    const [told, event] = secretObjects(
      applicationOf(external),
      [{ ...secretOf(external), path, missingMinutes: 1 }],
      make,
    );
    this.hands.merge(external, { status: fieldsAt(told, 'status') }, MANAGER);
    const { uid } = external.metadata;
    const involvedObject = { ...fieldsAt(event, 'involvedObject'), uid };
    this.hands.apply({ ...event, involvedObject }, MANAGER);
  }
}

function targetOf(external: KubeObject): string {
  return textAt(external, 'spec', 'target', 'name') || external.metadata.name;
}

/** What is asked of Vault. */
function wantedOf(
  external: KubeObject,
): Array<{ path: string; property?: string }> {
  const data = listAt(external, 'spec', 'data').map(one => ({
    path: textAt(one, 'remoteRef', 'key'),
    property: textAt(one, 'remoteRef', 'property') || undefined,
  }));
  const whole = listAt(external, 'spec', 'dataFrom').map(one => ({
    path: textAt(one, 'extract', 'key'),
  }));
  return [...data, ...whole].filter(({ path }) => path !== '');
}

function applicationOf({ metadata }: KubeObject): DemoApplication {
  const { name, namespace = 'default' } = metadata;
  return {
    name,
    title: name,
    pattern: 'D',
    namespace,
    project: '',
    workloads: [],
  };
}

function secretOf(external: KubeObject): DemoSecret {
  const [first] = wantedOf(external);
  return { name: external.metadata.name, path: first?.path ?? '', keys: [] };
}
