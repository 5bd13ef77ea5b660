import {
  at,
  Fields,
  fieldsAt,
  KubeObject,
  listAt,
  ObjectRef,
  textAt,
} from '../../storage/object';
import { Controllers } from '../controllers/controllers';
import { Hands } from '../hands';
import { brought } from './compare';
import { inOrder, keyOf, refOf, refOfEntry, TRACKING_ID } from './resource';

const MANAGER = 'argocd-controller';

/** What one synchronisation does to the cluster. */
export interface Plan {
  application: KubeObject;
  wanted: KubeObject[];
  /** What was wanted of the same objects before, by their keys. */
  before: Map<string, KubeObject>;
  prune: ObjectRef[];
}

/** Applies and prunes; answers what could not be done, and which Applications were among the objects. */
export function carryOut(
  { application, wanted, before, prune }: Plan,
  hands: Hands,
  controllers: Controllers,
): { problems: string[]; applications: string[] } {
  const problems: string[] = [];
  const applications: string[] = [];
  const { spec } = application;
  const namespace = textAt(spec, 'destination', 'namespace');
  if (
    listAt(spec, 'syncPolicy', 'syncOptions').includes('CreateNamespace=true')
  )
    needNamespace(namespace, at(spec, 'syncPolicy'), hands);
  for (const object of inOrder(wanted)) {
    const ref = refOf(object);
    if (ref.namespace && !hasNamespace(ref.namespace, hands)) {
      problems.push(`namespaces "${ref.namespace}" not found`);
      continue;
    }
    const live = hands.get(ref);
    hands.apply(brought(live, object, before.get(keyOf(ref))), MANAGER);
    const stored = hands.get(ref);
    if (stored) controllers.bring(stored);
    if (object.kind === 'Application') applications.push(object.metadata.name);
  }
  for (const ref of prune) {
    const live = hands.get(ref);
    if (live) removeManaged(live, hands, controllers);
  }
  return { problems, applications };
}

/** An Application that has its finalizer takes along what it made. */
export function removeManaged(
  object: KubeObject,
  hands: Hands,
  controllers: Controllers,
): void {
  const { kind, metadata } = object;
  if (kind === 'Application' && metadata.finalizers?.length) {
    for (const entry of listAt(object, 'status', 'resources')) {
      const child = hands.get(refOfEntry(entry));
      const tracking = child?.metadata.annotations?.[TRACKING_ID];
      const others =
        tracking !== undefined && !tracking.startsWith(`${metadata.name}:`);
      if (child && !others) removeManaged(child, hands, controllers);
    }
  }
  controllers.forget(object);
  hands.removeWhole(object);
}

function hasNamespace(name: string, hands: Hands): boolean {
  return hands.get({ apiVersion: 'v1', kind: 'Namespace', name }) !== undefined;
}

function needNamespace(name: string, policy: unknown, hands: Hands): void {
  if (!name || hasNamespace(name, hands)) return;
  const { labels, annotations } = fieldsAt(policy, 'managedNamespaceMetadata');
  hands.apply(
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name,
        labels: {
          ...(labels as Record<string, string> | undefined),
          'kubernetes.io/metadata.name': name,
        },
        ...(annotations
          ? { annotations: annotations as Record<string, string> }
          : {}),
      },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    },
    MANAGER,
  );
}

/** `automated`, unless it is there and switched off. */
export function isAutomated({ spec }: KubeObject): boolean {
  const automated = at(spec, 'syncPolicy', 'automated');
  return (
    automated !== undefined &&
    automated !== null &&
    (automated as Fields).enabled !== false
  );
}
