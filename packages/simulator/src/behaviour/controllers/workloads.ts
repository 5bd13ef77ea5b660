import { suffixOf, ownedBy } from '../../demo/build/object-factory';
import {
  daemonSetStatus,
  deploymentStatus,
  statefulSetStatus,
} from '../../demo/build/workloads/controller-status';
import {
  at,
  Fields,
  fieldsAt,
  KubeObject,
  listAt,
  textAt,
} from '../../storage/object';
import { sameJson } from '../../storage/same-json';
import { Hands } from '../hands';
import { Fresh } from './fresh';
import { NodesForWork } from './nodes-for-work';
import { isReady, PodController } from './pods';
import { progressing, replicasOf, setStatus } from './roll-out';

const MANAGER = 'kube-controller-manager';

/** Deployments, StatefulSets and DaemonSets and the pods that they want. */
export class WorkloadController {
  constructor(
    private readonly hands: Hands,
    private readonly nodes: NodesForWork,
    private readonly pods: PodController,
    private readonly bring: (object: KubeObject) => void,
  ) {}

  settleDeployment(deployment: KubeObject): boolean {
    const wanted = replicasOf(deployment);
    const sets = this.setsOf(deployment);
    const current =
      this.currentSet(deployment, sets) ??
      this.newSet(deployment, sets.length + 1);
    const ready = this.settlePods(
      current,
      wanted,
      at(deployment, 'spec', 'template'),
    );
    const recreate =
      textAt(deployment, 'spec', 'strategy', 'type') === 'Recreate';
    const old = sets.filter(set => set.metadata.uid !== current.metadata.uid);
    if (recreate || ready >= wanted) for (const set of old) this.emptySet(set);
    this.hands.merge(
      current,
      { spec: { replicas: wanted }, status: setStatus(wanted, ready) },
      MANAGER,
    );
    const make = new Fresh(this.hands.now());
    const counted = deploymentStatus({ wanted, ready }, 0, make);
    const status: Fields = {
      unavailableReplicas: null,
      readyReplicas: null,
      availableReplicas: null,
      ...counted,
      observedGeneration: deployment.metadata.generation ?? 1,
      ...(ready < wanted && { conditions: progressing(current, make) }),
    };
    const revision =
      current.metadata.annotations?.['deployment.kubernetes.io/revision'];
    this.writeOnce(deployment, status, {
      annotations: { 'deployment.kubernetes.io/revision': revision },
    });
    return ready >= wanted;
  }

  settleStatefulSet(set: KubeObject): boolean {
    const wanted = replicasOf(set);
    const { namespace, name } = set.metadata;
    const pods = this.pods.of(set);
    const template = at(set, 'spec', 'template');
    for (let ordinal = 0; ordinal < wanted; ordinal += 1) {
      const there = pods.find(
        pod => pod.metadata.name === `${name}-${ordinal}`,
      );
      if (there) {
        this.pods.settle(there);
        if (!isReady(there)) break;
        continue;
      }
      const volumes = listAt(set, 'spec', 'volumeClaimTemplates').map(claim => {
        const claimed = `${textAt(
          claim,
          'metadata',
          'name',
        )}-${name}-${ordinal}`;
        this.needClaim(namespace, claimed, claim);
        return {
          name: textAt(claim, 'metadata', 'name'),
          persistentVolumeClaim: { claimName: claimed },
        };
      });
      this.pods.create(set, template, { name: `${name}-${ordinal}`, volumes });
      break;
    }
    for (const pod of pods)
      if (Number(pod.metadata.name.slice(name.length + 1)) >= wanted)
        this.hands.removeWhole(pod);
    const ready = this.pods.of(set).filter(isReady).length;
    const revision = `${name}-${suffixOf(10, JSON.stringify(template))}`;
    this.writeOnce(set, {
      ...statefulSetStatus({ wanted, ready }, revision),
      observedGeneration: set.metadata.generation ?? 1,
    });
    return ready >= wanted;
  }

  settleDaemonSet(set: KubeObject): boolean {
    const nodes = this.nodes.alive();
    const pods = this.pods.of(set);
    for (const node of nodes) {
      const there = pods.find(
        pod => textAt(pod, 'spec', 'nodeName') === node.name,
      );
      if (there) this.pods.settle(there);
      else this.pods.create(set, at(set, 'spec', 'template'), { node });
    }
    const ready = this.pods.of(set).filter(isReady).length;
    this.writeOnce(set, {
      numberUnavailable: null,
      ...daemonSetStatus({ wanted: nodes.length, ready }),
      observedGeneration: set.metadata.generation ?? 1,
    });
    return ready >= nodes.length;
  }

  private setsOf(deployment: KubeObject): KubeObject[] {
    return this.hands
      .list('apps', 'ReplicaSet')
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(
          ({ uid }) => uid === deployment.metadata.uid,
        ),
      );
  }

  /** The one whose template is the Deployment's, but for the hash. */
  private currentSet(deployment: KubeObject, sets: KubeObject[]) {
    const spec = at(deployment, 'spec', 'template', 'spec');
    return sets.find(set =>
      sameJson(at(set, 'spec', 'template', 'spec'), spec),
    );
  }

  private newSet(deployment: KubeObject, revision: number): KubeObject {
    const template = fieldsAt(deployment, 'spec', 'template');
    const hash = suffixOf(10, JSON.stringify(template));
    const labels = {
      ...(fieldsAt(template, 'metadata', 'labels') as Record<string, string>),
      'pod-template-hash': hash,
    };
    const { name, namespace } = deployment.metadata;
    const make = new Fresh(this.hands.now());
    const set = make.make(
      'apps/v1',
      'ReplicaSet',
      namespace,
      `${name}-${hash}`,
      {
        metadata: {
          labels,
          annotations: {
            'deployment.kubernetes.io/revision': String(revision),
          },
          ownerReferences: [ownedBy(deployment)],
        },
        spec: {
          replicas: replicasOf(deployment),
          selector: { matchLabels: labels },
          template: {
            ...template,
            metadata: { ...fieldsAt(template, 'metadata'), labels },
          },
        },
        status: setStatus(0, 0),
      },
    );
    this.hands.apply(set, MANAGER);
    return set;
  }

  /** Makes what is missing, takes what is too much, and brings the others on; answers how many are ready. */
  private settlePods(
    owner: KubeObject,
    wanted: number,
    template: unknown,
  ): number {
    const pods = this.pods.of(owner);
    for (const pod of pods.slice(0, wanted)) this.pods.settle(pod);
    for (const pod of pods.slice(wanted)) this.hands.removeWhole(pod);
    for (let more = pods.length; more < wanted; more += 1)
      this.pods.create(owner, template);
    return this.pods.of(owner).filter(isReady).length;
  }

  private emptySet(set: KubeObject): void {
    for (const pod of this.pods.of(set)) this.hands.removeWhole(pod);
    if (replicasOf(set) > 0)
      this.hands.merge(
        set,
        { spec: { replicas: 0 }, status: setStatus(0, 0) },
        MANAGER,
      );
  }

  private needClaim(
    namespace: string | undefined,
    name: string,
    template: unknown,
  ) {
    const ref = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace,
      name,
    };
    if (this.hands.get(ref)) return;
    this.hands.apply(
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: {
          name,
          namespace,
          labels: fieldsAt(template, 'metadata', 'labels') as Record<
            string,
            string
          >,
        },
        spec: fieldsAt(template, 'spec'),
        status: { phase: 'Pending' },
      },
      MANAGER,
    );
    const claim = this.hands.get(ref);
    if (claim) this.bring(claim);
  }

  /** Conditions keep their time while they say the same. */
  private writeOnce(
    object: KubeObject,
    status: Fields,
    metadata: Fields = {},
  ): void {
    const said = listAt(object, 'status', 'conditions');
    const conditions = listAt(status, 'conditions').map(condition => {
      const before = said.find(
        one => textAt(one, 'type') === textAt(condition, 'type'),
      );
      return before &&
        textAt(before, 'status') === textAt(condition, 'status') &&
        textAt(before, 'reason') === textAt(condition, 'reason')
        ? before
        : condition;
    });
    const told = conditions.length > 0 ? { ...status, conditions } : status;
    this.hands.merge(object, { metadata, status: told }, MANAGER);
  }
}
