import { KubeObject, ObjectRef } from '../../storage/object';
import { Hands } from '../hands';
import { Timers } from '../timers';
import { ClaimController } from './claims';
import { ExternalSecretController } from './external-secrets';
import { NodesForWork } from './nodes-for-work';
import { PodController } from './pods';
import { settleRoute } from './routes';
import { ServiceController } from './services';
import { WorkloadController } from './workloads';

const EVERY_MS = 1_000;

/** Brings an object on; true when nothing more is to be done about it. */
export type Settle = (object: KubeObject) => boolean;

/**
 * What Kubernetes and its operators make of objects that somebody brings while the cluster lives: pods of workloads,
 * volumes of claims, Secrets of ExternalSecrets, endpoints of services, the word of the gateway on routes. What was there
 * from the beginning is left as it is.
 */
export class Controllers {
  private readonly tended = new Map<string, ObjectRef>();
  private readonly settlers: Record<string, Settle>;
  private readonly claims: ClaimController;
  private readonly secrets: ExternalSecretController;

  constructor(private readonly hands: Hands, private readonly timers: Timers) {
    const bring = (object: KubeObject) => this.bring(object);
    const nodes = new NodesForWork(hands);
    this.claims = new ClaimController(hands);
    this.secrets = new ExternalSecretController(hands);
    const pods = new PodController(hands, timers, nodes, this.claims);
    const workloads = new WorkloadController(hands, nodes, pods, bring);
    const services = new ServiceController(hands);
    this.settlers = {
      Deployment: object => workloads.settleDeployment(object),
      StatefulSet: object => workloads.settleStatefulSet(object),
      DaemonSet: object => workloads.settleDaemonSet(object),
      PersistentVolumeClaim: object => this.claims.settle(object),
      ExternalSecret: object => this.secrets.settle(object),
      HTTPRoute: object => settleRoute(object, hands),
      Service: object => services.settle(object),
      Namespace: object => this.settleNamespace(object),
      CiliumNetworkPolicy: object => this.settlePolicy(object),
    };
  }

  start(): void {
    this.secrets.learn();
    this.timers.every(EVERY_MS / this.timers.pace, () => this.settleAll());
  }

  /** Somebody made or changed it. */
  bring({ apiVersion, kind, metadata: { namespace, name } }: KubeObject): void {
    if (!this.settlers[kind]) return;
    const key = [apiVersion, kind, namespace, name].join('/');
    this.tended.set(key, { apiVersion, kind, namespace, name });
  }

  /** It is being taken away, and what only it kept goes along. */
  forget(object: KubeObject): void {
    if (object.kind === 'PersistentVolumeClaim') this.claims.forget(object);
  }

  /** Somebody writes keys to a path of Vault. */
  writeSecret(path: string, keys: string[]): void {
    this.secrets.write(path, keys);
  }

  private settleAll(): void {
    if (this.hands.frozen) return;
    for (const [key, ref] of this.tended) {
      const object = this.hands.get(ref);
      if (!object) this.tended.delete(key);
      else if (!this.hands.silent(object) && this.settlers[ref.kind](object))
        this.tended.delete(key);
    }
  }

  private settleNamespace(object: KubeObject): boolean {
    const patch = {
      metadata: {
        labels: { 'kubernetes.io/metadata.name': object.metadata.name },
      },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    };
    this.hands.merge(object, patch, 'kube-apiserver');
    return true;
  }

  private settlePolicy(object: KubeObject): boolean {
    const valid = {
      type: 'Valid',
      status: 'True',
      message: 'Policy validation succeeded',
      lastTransitionTime: new Date(this.hands.now()).toISOString(),
    };
    this.hands.merge(
      object,
      { status: { conditions: [valid] } },
      'cilium-operator',
    );
    return true;
  }
}
