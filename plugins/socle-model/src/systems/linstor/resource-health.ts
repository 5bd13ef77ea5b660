import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  HealthContext,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import type { LinstorNodeFacts } from './node';
import type { Copy, ResourceFacts } from './resource';
import type { GroupFacts } from './resource-group';

/** The rules of a resource: what counts are copies with a disk that are up to date, wherever the clients are. */
export function judgeResource(
  { facts }: Resource<ResourceFacts>,
  context: HealthContext,
): Verdict {
  const { copies } = facts;
  if (!copies) {
    return unknown('LinstorResourceNotTold', 'Nothing is told of its copies.', {
      evidence: [{ path: 'status.copies', value: null }],
    });
  }
  const diskful = copies.filter(one => one.diskful);
  const current = diskful.filter(({ disk }) => disk === 'UpToDate');
  const group = context.target<GroupFacts>('group');
  const wanted = Math.max(
    diskful.length,
    (group?.state === 'present'
      ? group.resource.facts.placeCount
      : undefined) ?? 0,
  );
  const evidence = [{ path: 'status.copies', value: copies }];
  const halted = copies.filter(one => one.suspended);
  if (halted.length > 0) {
    return failed(
      'LinstorResourceSuspended',
      `Input and output are suspended on ${namesOf(halted)}; ${
        current.length
      } of ${counted(wanted)} up to date.`,
      { evidence },
    );
  }
  if (current.length === 0) {
    return failed(
      'LinstorResourceFailed',
      `None of ${counted(wanted)} is up to date${lagging(diskful)}.`,
      { evidence },
    );
  }
  const flags = wanted === 1 ? { flags: ['notReplicated'] } : {};
  if (current.length < wanted) {
    const behind = diskful.filter(({ disk }) => disk !== 'UpToDate');
    const missing = wanted - diskful.length;
    return degraded(
      'LinstorResourceDegraded',
      `${current.length} of ${counted(wanted)} up to date${lagging(behind)}${
        missing > 0 ? `; ${missing} not placed` : ''
      }.`,
      { evidence },
    );
  }
  return healthy(
    'LinstorResourceInSync',
    `${current.length} of ${counted(wanted)} up to date${spread(
      current,
      context,
    )}.`,
    flags,
  );
}

function lagging(copies: readonly Copy[]): string {
  const told = copies.map(({ node, disk, progress }) =>
    progress === undefined
      ? `${node} is ${disk || 'in no state that is told'}`
      : `${node} is ${disk}, syncing ${Math.floor(progress)} %`,
  );
  return told.length > 0 ? `: ${told.join(', ')}` : '';
}

/** In which regions the copies are, where the nodes tell; else on which nodes. */
function spread(copies: readonly Copy[], context: HealthContext): string {
  const regions = new Set(
    context
      .targets<LinstorNodeFacts>('storedOn')
      .flatMap(node =>
        node.state === 'present' ? node.resource.facts.region ?? [] : [],
      ),
  );
  return regions.size > 0
    ? ` in ${[...regions].sort().join(', ')}`
    : ` on ${namesOf(copies)}`;
}

function namesOf(copies: readonly Copy[]): string {
  return copies.map(({ node }) => node || 'a node without a name').join(', ');
}

function counted(count: number): string {
  return count === 1 ? '1 copy' : `${count} copies`;
}
