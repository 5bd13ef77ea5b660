import { Link, linkByKey, ObjectKey } from '../../definition/link';
import { endpointKey } from '../../definition/probe';
import type { Meta } from '../../definition/resource';
import { degraded, HealthContext, Verdict } from '../../judging/verdict';
import type { DatabaseFacts } from '../../reading/databases';

/** The name by which probes of a database meet its workload. */
export function databaseKeys(
  { name, namespace }: Meta,
  database: DatabaseFacts | undefined,
): ObjectKey[] {
  return database
    ? [`database:${database.product}/${namespace ?? ''}/${name}`]
    : [];
}

/** A database that keeps its data in TiKV needs the cluster that answers at that address. */
export function storageLinks(
  { namespace }: Meta,
  database: DatabaseFacts | undefined,
): Link[] {
  const found = /^tikv:\/\/([^:/,]+)(?::(\d+))?/.exec(database?.storage ?? '');
  if (!found) {
    return [];
  }
  const [, host, port = '2379'] = found;
  const full = host.includes('.') ? host : `${host}.${namespace ?? ''}`;
  return [
    linkByKey(
      'storage',
      endpointKey(`${full}:${port}`),
      [
        'pingcap.com/TidbCluster',
        'core.pingcap.com/Cluster',
        'pd.socle.dev/Cluster',
      ],
      'target',
    ),
  ];
}

/** Says whose fault it is where the storage behind a database has failed: its pods restart in a loop then. */
function because(verdict: Verdict, context: HealthContext): Verdict {
  const [failing] = context
    .targets('storage')
    .flatMap(one => (one.state === 'present' ? [one.resource] : []))
    .filter(resource => resource.verdict.status === 'failed');
  return failing && ['failed', 'degraded'].includes(verdict.status)
    ? {
        ...verdict,
        message: `${verdict.message} This is because of ${failing.kind.kind} ${failing.meta.name}: ${failing.verdict.message}`,
        evidence: [
          ...(verdict.evidence ?? []),
          {
            of: failing,
            path: failing.verdict.evidence?.[0]?.path ?? 'status',
            value: failing.verdict.evidence?.[0]?.value ?? null,
          },
        ],
      }
    : verdict;
}

/**
 * What the place of the data says beside the pods: in memory it is lost on restart, and on a disk of each pod's own
 * several pods do not hold the same data.
 */
export function withStorage(
  verdict: Verdict,
  reason: string,
  database: DatabaseFacts | undefined,
  replicas: number,
  context: HealthContext,
): Verdict {
  const { storage } = database ?? {};
  if (storage === undefined) {
    return verdict;
  }
  if (storage.startsWith('tikv:')) {
    return because(verdict, context);
  }
  if (/^mem(ory$|:)/.test(storage)) {
    return {
      ...verdict,
      warnings: [
        ...(verdict.warnings ?? []),
        'The database keeps its data in memory: all of it is lost on restart.',
      ],
    };
  }
  if (replicas < 2 || !/^(rocksdb|surrealkv|file)/.test(storage)) {
    return verdict;
  }
  const message = `${replicas} pods run the database on a disk of their own (${storage}): each has its own data.`;
  return verdict.status === 'healthy'
    ? degraded(reason, message, {
        evidence: [
          { path: 'spec.template.spec.containers', value: storage },
          { path: 'spec.replicas', value: replicas },
        ],
        warnings: verdict.warnings,
        recheckAt: verdict.recheckAt,
      })
    : { ...verdict, warnings: [...(verdict.warnings ?? []), message] };
}
