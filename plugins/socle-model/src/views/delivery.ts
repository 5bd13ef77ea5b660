import { KindId } from '../definition/kind';
import { Resource } from '../definition/resource';
import { objectAt, stringAt } from '../reading/raw';
import { ViewDefinition, ViewPart } from './view';

const APPLICATION: KindId = 'argoproj.io/Application';
const MOST_SOURCES = 6;

const isParent = ({ facts }: Resource) => Boolean(facts.children);
const isRoot = (application: Resource) =>
  isParent(application) && !application.facts.parent;

/**
 * From where it is defined to what runs: sources, the Applications and sets in between, workloads, pods.
 * @public
 */
export const deliveryView: ViewDefinition = {
  id: 'delivery',
  title: 'Delivery',
  ranks: [
    {
      title: 'Source',
      kinds: [
        'source.toolkit.fluxcd.io/GitRepository',
        'source.toolkit.fluxcd.io/OCIRepository',
        'source.toolkit.fluxcd.io/HelmRepository',
        'source.toolkit.fluxcd.io/HelmChart',
        'source.toolkit.fluxcd.io/Bucket',
      ],
    },
    { title: 'Project', kinds: ['argoproj.io/AppProject'] },
    { title: 'Root', kinds: [APPLICATION], where: isRoot },
    { title: 'App of apps', kinds: [APPLICATION], where: isParent },
    { title: 'Application set', kinds: ['argoproj.io/ApplicationSet'] },
    {
      title: 'Application',
      kinds: [
        APPLICATION,
        'kustomize.toolkit.fluxcd.io/Kustomization',
        'helm.toolkit.fluxcd.io/HelmRelease',
      ],
    },
    {
      title: 'Managed',
      kinds: [
        'apps/Deployment',
        'apps/StatefulSet',
        'apps/DaemonSet',
        'batch/CronJob',
        'postgresql.cnpg.io/Cluster',
        'kafka.strimzi.io/Kafka',
        'dragonflydb.io/Dragonfly',
        'pingcap.com/TidbCluster',
        'external-secrets.io/ExternalSecret',
      ],
    },
    {
      title: 'Replica set, job',
      kinds: ['apps/ReplicaSet', 'batch/Job'],
      // Deployments keep ten old ones.
      where: ({ facts, kind }) =>
        kind.kind !== 'ReplicaSet' || facts.replicas !== 0,
      limit: 20,
    },
    { title: 'Pod', kinds: ['/Pod'], limit: 20 },
  ],
  parts: [
    {
      of: APPLICATION,
      rank: 'Source',
      parts: application =>
        sourcesOf(application).map(source => ({
          kind: source.chart ? 'Chart' : 'Repository',
          name: nameOf(source),
          health: healthOf(application),
          facts: { ...source },
        })),
    },
  ],
};

type Source = {
  repoURL?: string;
  chart?: string;
  path?: string;
  targetRevision?: string;
  ref?: string;
};

function sourcesOf({ facts }: Resource): Source[] {
  return Array.isArray(facts.sources)
    ? facts.sources
        .slice(0, MOST_SOURCES)
        .map(source => objectAt(source) as Source)
        .filter(source => stringAt(source, 'repoURL'))
    : [];
}

function nameOf({ repoURL, chart, path, targetRevision }: Source): string {
  const at = targetRevision ? ` @ ${targetRevision}` : '';
  const inside = chart ?? path;
  // What tells one source from another comes first: most lie in the same repository.
  return inside ? `${inside}${at} (${repoURL})` : `${repoURL}${at}`;
}

/** A source has no state of its own here: Argo CD says on the Application whether it could read it. */
function healthOf({
  verdict,
  facts,
}: Resource): ReturnType<ViewPart['parts']>[number]['health'] {
  if (verdict.reason === 'ArgoComparisonError') {
    return {
      status: 'failed',
      reason: verdict.reason,
      message: verdict.message,
    };
  }
  return facts.sync === 'Synced' || facts.sync === 'OutOfSync'
    ? {
        status: 'healthy',
        reason: 'ArgoSourceRead',
        message: `Argo CD compared the cluster with revision ${
          stringAt(facts, 'revision') ?? 'of its last comparison'
        }.`,
      }
    : {
        status: 'unknown',
        reason: 'NotRead',
        message: 'Argo CD has not said whether it can read this source.',
      };
}
