import { defineSystem } from '../../definition/system';
import { artifact } from './artifact';
import { CAUSES_FR } from './causes.fr';
import { garbageCollection } from './garbage-collection';
import { harborInstance } from './harbor';
import { harborProbe } from './probe';
import { project } from './project';
import { quota } from './quota';
import { registry } from './registry';
import { replicationExecution } from './replication-execution';
import { replicationPolicy } from './replication-policy';
import { repository } from './repository';
import { robot } from './robot';

/** @public Harbor: the registry of the platform, its proxy caches, and what Trivy finds in its images. */
export const harbor = defineSystem({
  id: 'harbor',
  title: 'Harbor',
  area: 'registry',
  layer: 'platform',
  description:
    'Registry for images and charts: projects, proxy caches, replication, scans by Trivy and signatures.',
  kinds: [
    harborInstance,
    project,
    registry,
    quota,
    repository,
    artifact,
    replicationPolicy,
    replicationExecution,
    robot,
    garbageCollection,
  ],
  probes: [harborProbe],
  images: [
    'goharbor/harbor-core',
    'goharbor/harbor-db',
    'goharbor/harbor-exporter',
    'goharbor/harbor-jobservice',
    'goharbor/harbor-portal',
    'goharbor/harbor-registryctl',
    'goharbor/nginx-photon',
    'goharbor/redis-photon',
    'goharbor/registry-photon',
    'goharbor/trivy-adapter-photon',
  ],
  docs: 'https://goharbor.io/docs/',
  translations: {
    fr: {
      description:
        'Registre d’images et de charts : projets, caches proxy, réplication, analyses par Trivy et signatures.',
      causes: CAUSES_FR,
    },
  },
});
