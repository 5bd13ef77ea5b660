import { Resource } from '../../definition/resource';
import { Found, newest } from './found';
import { CoverageReader } from './reader';

type SnapshotFacts = { ready?: boolean; taken?: number };
type ContentFacts = { handle?: string };

/** Snapshots of a claim: a copy beside the data, unless the driver puts it elsewhere. */
export function snapshotCoverage(
  claim: Resource,
  reader: CoverageReader,
): Found[] {
  const kind = 'snapshot.storage.k8s.io/VolumeSnapshot';
  const read = reader.read(kind);
  if (!read && reader.all(kind).length === 0) {
    return [
      {
        tool: 'persistent-storage',
        method: 'snapshot',
        read,
        local: true,
        plans: [],
      },
    ];
  }
  const snapshots = reader.incoming<SnapshotFacts>(claim, 'snapshotOf', kind);
  const found = (away: boolean): Found | undefined => {
    const some = snapshots.filter(one => isAway(one, reader) === away);
    if (some.length === 0) {
      return undefined;
    }
    return {
      tool: 'persistent-storage',
      method: 'snapshot',
      read,
      local: !away,
      good: newest(
        some.flatMap(one =>
          one.facts.ready
            ? {
                at: one.facts.taken ?? one.meta.created,
                of: one as unknown as Resource,
              }
            : [],
        ),
      ),
      failed: newest(
        some.flatMap(one =>
          one.verdict.status === 'failed'
            ? {
                at: one.meta.created,
                of: one as unknown as Resource,
                message: one.verdict.message,
              }
            : [],
        ),
      ),
      plans: [],
    };
  };
  return [found(false), found(true)].flatMap(one => one ?? []);
}

/** Longhorn's snapshots of type `bak` are backups on the backup target. */
function isAway(snapshot: Resource<SnapshotFacts>, reader: CoverageReader) {
  return reader
    .targets<ContentFacts>(snapshot as unknown as Resource, 'content')
    .items.some(content => content.facts.handle?.startsWith('bak://'));
}
