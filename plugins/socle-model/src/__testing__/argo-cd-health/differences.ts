import { ArgoWord } from './words';

/** Where Socle says another word than Argo CD on purpose. */
export interface Difference {
  /** `group/Kind`; left out: every kind. */
  kinds?: readonly string[];
  argo: readonly ArgoWord[];
  /** Our status; `suspended` for what is switched off on purpose. */
  ours: readonly string[];
  /** For the reader of docs/argo-cd-health.md. */
  why: string;
}

const FLUX = [
  'kustomize.toolkit.fluxcd.io/Kustomization',
  'helm.toolkit.fluxcd.io/HelmRelease',
  'source.toolkit.fluxcd.io/GitRepository',
  'source.toolkit.fluxcd.io/OCIRepository',
  'source.toolkit.fluxcd.io/HelmRepository',
  'source.toolkit.fluxcd.io/HelmChart',
  'source.toolkit.fluxcd.io/Bucket',
  'image.toolkit.fluxcd.io/ImagePolicy',
  'image.toolkit.fluxcd.io/ImageRepository',
  'image.toolkit.fluxcd.io/ImageUpdateAutomation',
  'notification.toolkit.fluxcd.io/Receiver',
];
const GATEWAY = ['Gateway', 'GatewayClass', 'HTTPRoute', 'GRPCRoute'].map(
  kind => `gateway.networking.k8s.io/${kind}`,
);
const STRIMZI = [
  'Kafka',
  'KafkaBridge',
  'KafkaConnect',
  'KafkaConnector',
  'KafkaTopic',
  'KafkaUser',
].map(kind => `kafka.strimzi.io/${kind}`);

export const DIFFERENCES: readonly Difference[] = [
  {
    argo: ['Progressing'],
    ours: ['degraded', 'failed'],
    why: 'Progressing has no end in Argo CD. Socle gives each state a time and calls what has not moved for longer degraded; what no waiting can mend is failed at once.',
  },
  {
    argo: ['Healthy', 'Progressing'],
    ours: ['unknown'],
    why: 'A word that no rule knows, or a figure that is not there, is unknown and never taken for a good one.',
  },
  {
    argo: ['Healthy', 'Progressing', 'Degraded'],
    ours: ['suspended'],
    why: 'What is switched off on purpose is drawn as paused and does not count, whatever its last state was.',
  },
  {
    kinds: ['/PersistentVolumeClaim'],
    argo: ['Healthy'],
    ours: ['degraded', 'failed', 'progressing'],
    why: 'Argo CD asks only whether the claim is bound. Socle also looks at how full it is, at changes under way or refused, at the volume behind it, and at pods that cannot mount it.',
  },
  {
    kinds: ['/Service'],
    argo: ['Healthy'],
    ours: ['degraded', 'failed'],
    why: 'A Service without a ready endpoint, or whose address nobody announces, serves nobody; Argo CD looks at the address alone, and only for load balancers.',
  },
  {
    kinds: ['networking.k8s.io/Ingress'],
    argo: ['Healthy'],
    ours: ['degraded', 'failed'],
    why: 'Argo CD asks only for an address, which stays when the controller is gone. Socle also looks at the controller of its class, at the Services behind it and at the Secrets with its certificates.',
  },
  {
    kinds: ['/Pod'],
    argo: ['Healthy'],
    ours: ['degraded'],
    why: 'A container that was killed or restarted within the last hour still counts, though the pod is Ready again.',
  },
  {
    kinds: ['/Pod'],
    argo: ['Healthy'],
    ours: ['failed'],
    why: 'A Vault that says in its own labels that it is sealed runs, may count as ready, and gives out nothing.',
  },
  {
    kinds: ['apps/Deployment'],
    argo: ['Healthy'],
    ours: ['failed'],
    why: 'A cluster whose DNS is scaled to zero resolves no name; of any other Deployment that is as it was wanted.',
  },
  {
    kinds: ['/Pod'],
    argo: ['Degraded'],
    ours: ['healthy'],
    why: 'An evicted pod whose owner has replaced it does no harm: it only waits to be collected.',
  },
  {
    kinds: ['apps/Deployment', 'apps/ReplicaSet'],
    argo: ['Healthy'],
    ours: ['progressing'],
    why: 'Pods that are yet to stop count as well: Argo CD calls it done as soon as the new ones are there.',
  },
  {
    kinds: ['apps/Deployment', 'apps/StatefulSet'],
    argo: ['Healthy'],
    ours: ['degraded'],
    why: 'A workload whose copies each keep data of their own works, and is not what it looks like.',
  },
  {
    kinds: ['batch/CronJob'],
    argo: ['Healthy'],
    ours: ['degraded'],
    why: 'Argo CD calls a job that never succeeded Healthy, as it cannot tell it from one that was never run; Socle looks at the Jobs.',
  },
  {
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    argo: ['Healthy'],
    ours: ['progressing'],
    why: 'An autoscaler that has not measured yet does not scale; Argo CD is content with its other conditions.',
  },
  {
    kinds: ['autoscaling/HorizontalPodAutoscaler'],
    argo: ['Progressing'],
    ours: ['healthy'],
    why: 'Where only ScalingActive is told and is True, it scales.',
  },
  {
    kinds: ['policy/PodDisruptionBudget'],
    argo: ['Progressing'],
    ours: ['healthy'],
    why: 'The figures of the status decide, and not the condition alone: older clusters have none.',
  },
  {
    kinds: [
      'snapshot.storage.k8s.io/VolumeSnapshot',
      'snapshot.storage.k8s.io/VolumeSnapshotContent',
    ],
    argo: ['Degraded'],
    ours: ['progressing'],
    why: 'An error of a snapshot that is still being uploaded is one attempt; the controller tries again.',
  },
  {
    kinds: ['snapshot.storage.k8s.io/VolumeSnapshot'],
    argo: ['Healthy'],
    ours: ['failed'],
    why: 'Argo CD looks at the snapshot alone; without the content that it is bound to there is nothing to restore from.',
  },
  {
    kinds: ['external-secrets.io/ExternalSecret'],
    argo: ['Healthy'],
    ours: ['degraded', 'failed'],
    why: 'Ready True is also said of a Secret that was deleted or never written, of one that keeps old content, and while nothing is refreshed (store not usable, operator down, path gone).',
  },
  {
    kinds: ['external-secrets.io/ClusterExternalSecret'],
    argo: ['Healthy'],
    ours: ['degraded', 'failed'],
    why: 'Ready True means that the ExternalSecrets exist, not that they work: the worst of them counts, and so does a namespace that is listed as failed.',
  },
  {
    kinds: [
      'external-secrets.io/SecretStore',
      'external-secrets.io/ClusterSecretStore',
    ],
    argo: ['Healthy'],
    ours: ['degraded'],
    why: 'The last test may be five minutes old: a Vault that is sealed since then shows at once.',
  },
  {
    kinds: FLUX,
    argo: ['Healthy'],
    ours: ['degraded'],
    why: 'Ready stays True while the source fails or the controller no longer runs; Socle says that nothing new arrives.',
  },
  {
    kinds: FLUX,
    argo: ['Degraded'],
    ours: ['progressing'],
    why: 'Argo CD needs two conditions to see that work is going on, and of image kinds and Receivers other ones; one is enough here.',
  },
  {
    kinds: FLUX,
    argo: ['Degraded'],
    ours: ['unknown'],
    why: 'A status of Ready that is none of True, False and Unknown is no failure.',
  },
  {
    kinds: GATEWAY,
    argo: ['Healthy'],
    ours: ['degraded', 'failed', 'progressing'],
    why: 'Listeners in conflict, rules that were dropped, a class that is missing, a parent that does not answer, and backends without endpoints count; an answer about an older generation is none.',
  },
  {
    kinds: [
      'cluster.x-k8s.io/Cluster',
      'cluster.x-k8s.io/Machine',
      'cluster.x-k8s.io/MachineDeployment',
    ],
    argo: ['Healthy'],
    ours: ['degraded'],
    why: 'The phase says how far it came, the conditions how it is: a running machine whose node is not ready is degraded.',
  },
  {
    kinds: ['cluster.x-k8s.io/MachineHealthCheck'],
    argo: ['Degraded'],
    ours: ['progressing'],
    why: 'A check that is replacing a machine does its work; it is degraded when it may not.',
  },
  {
    kinds: STRIMZI,
    argo: ['Healthy'],
    ours: ['degraded', 'failed', 'progressing'],
    why: 'Ready True is about the custom resource. Brokers that are missing, connectors and tasks that fail, and changes of replicas count as well.',
  },
  {
    kinds: ['kafka.strimzi.io/KafkaTopic'],
    argo: ['Progressing'],
    ours: ['healthy'],
    why: 'A topic that Strimzi was told not to manage will never be Ready and is fine.',
  },
  {
    kinds: ['postgresql.cnpg.io/Cluster'],
    argo: ['Healthy'],
    ours: ['degraded', 'failed'],
    why: 'The phase does not look at archiving, backups and the identity of the instances.',
  },
  {
    kinds: ['postgresql.cnpg.io/Cluster'],
    argo: ['Progressing'],
    ours: ['healthy'],
    why: 'The phase says that it is healthy; Argo CD also waits for conditions, which mean other things.',
  },
  {
    kinds: ['ceph.rook.io/CephCluster', 'ceph.rook.io/CephObjectStore'],
    argo: ['Healthy'],
    ours: ['degraded', 'failed'],
    why: 'Nearly full is degraded before Ceph warns, and an object store is no better than the cluster that it lies in.',
  },
];
