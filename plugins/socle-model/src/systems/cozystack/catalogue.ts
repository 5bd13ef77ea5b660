import { KindId } from '../../definition/kind';

/** The kinds of the provider's catalogue beside Kubernetes: plural, and what their Helm releases begin with. */
export const APPLICATIONS: Record<string, [plural: string, prefix: string]> = {
  Bucket: ['buckets', 'bucket-'],
  ClickHouse: ['clickhouses', 'clickhouse-'],
  Etcd: ['etcds', ''],
  FerretDB: ['ferretdbs', 'ferretdb-'],
  FoundationDB: ['foundationdbs', 'foundationdb-'],
  Harbor: ['harbors', 'harbor-'],
  HTTPCache: ['httpcaches', 'http-cache-'],
  Ingress: ['ingresses', ''],
  Kafka: ['kafkas', 'kafka-'],
  MariaDB: ['mariadbs', 'mariadb-'],
  MongoDB: ['mongodbs', 'mongodb-'],
  Monitoring: ['monitorings', ''],
  MySQL: ['mysqls', 'mysql-'],
  NATS: ['natses', 'nats-'],
  OpenBAO: ['openbaos', 'openbao-'],
  OpenSearch: ['opensearches', 'opensearch-'],
  Postgres: ['postgreses', 'postgres-'],
  Qdrant: ['qdrants', 'qdrant-'],
  RabbitMQ: ['rabbitmqs', 'rabbitmq-'],
  Redis: ['redises', 'redis-'],
  SeaweedFS: ['seaweedfses', ''],
  TCPBalancer: ['tcpbalancers', 'tcp-balancer-'],
  Tenant: ['tenants', 'tenant-'],
  VirtualMachine: ['virtualmachines', 'virtual-machine-'],
  VirtualPrivateCloud: ['virtualprivateclouds', 'virtualprivatecloud-'],
  VMDisk: ['vmdisks', 'vm-disk-'],
  VMInstance: ['vminstances', 'vm-instance-'],
  VPN: ['vpns', 'vpn-'],
};

/** What all kinds of application share. */
export function application(kind: string, plural: string) {
  return {
    group: 'apps.cozystack.io',
    kind,
    plural,
    versions: ['v1alpha1'],
    namespaced: true,
  };
}

/** Every kind of application, as a WorkloadMonitor may belong to. */
export const APPLICATION_KINDS: readonly KindId[] = [
  'Kubernetes',
  ...Object.keys(APPLICATIONS),
].map((kind): KindId => `apps.cozystack.io/${kind}`);
