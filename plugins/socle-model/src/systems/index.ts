import { SystemDefinition } from '../definition/system';
import { httpSources } from './http-sources';
import { persistentStorage } from './persistent-storage';
import { externalSecrets } from './external-secrets';
import { kubernetesNetwork } from './kubernetes-network';
import { kubernetesSecrets } from './kubernetes-secrets';
import { kubernetes } from './kubernetes';
import { controlPlane } from './control-plane';
import { metricsServer } from './metrics-server';
import { talos } from './talos';
import { clusterApi } from './cluster-api';
import { gatewayApi } from './gateway-api';
import { strimzi } from './strimzi';
import { dragonfly } from './dragonfly';
import { tidbOperator } from './tidb-operator';
import { pd } from './pd';
import { qdrant } from './qdrant';
import { surrealdb } from './surrealdb';
import { databases } from './databases';
import { supabase } from './supabase';
import { workloads } from './workloads';
import { argoCd } from './argo-cd';
import { garage } from './garage';
import { harbor } from './harbor';
import { s3 } from './s3';
import { longhorn } from './longhorn';
import { velero } from './velero';
import { cloudNativePg } from './cloudnative-pg';
import { kastenK10 } from './kasten-k10';
import { cloudCasa } from './cloudcasa';
import { vault } from './vault';
import { rookCeph } from './rook-ceph';
import { openebs } from './openebs';
import { cozystack } from './cozystack';
import { linstor } from './linstor';
import { kubelet } from './kubelet';
import { glusterfs } from './glusterfs';
import { sanCsi } from './san-csi';
import { nfsCsi } from './nfs-csi';
import { hikube } from './hikube';
import { microk8s } from './microk8s';
import { flux } from './flux';
import { devtron } from './devtron';
import { prometheus } from './prometheus';
import { grafana } from './grafana';
import { loki } from './loki';
import { elasticStack } from './elastic-stack';
import { ingressNginx } from './ingress-nginx';
import { traefik } from './traefik';
import { haproxy } from './haproxy';

/**
 * Every system the model knows. A folder beside this file that is not listed here fails the walker.
 * @public
 */
export const systems: readonly SystemDefinition[] = [
  argoCd,
  persistentStorage,
  externalSecrets,
  kubernetesSecrets,
  kubernetes,
  controlPlane,
  metricsServer,
  talos,
  clusterApi,
  workloads,
  gatewayApi,
  kubernetesNetwork,
  garage,
  harbor,
  s3,
  longhorn,
  velero,
  cloudNativePg,
  kastenK10,
  cloudCasa,
  vault,
  rookCeph,
  openebs,
  cozystack,
  linstor,
  kubelet,
  glusterfs,
  sanCsi,
  nfsCsi,
  hikube,
  microk8s,
  strimzi,
  dragonfly,
  tidbOperator,
  pd,
  qdrant,
  surrealdb,
  supabase,
  databases,
  httpSources,
  flux,
  devtron,
  prometheus,
  grafana,
  loki,
  elasticStack,
  ingressNginx,
  traefik,
  haproxy,
];
