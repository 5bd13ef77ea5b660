import { formatDuration } from '../../reading/times';
import type { ListedNode } from './cluster';

/** A sentence names no more nodes than this. */
export const MOST_NAMED = 3;

/** Who is missing, for a sentence; also where the figures come from another answer. */
export function namesOf(down: readonly ListedNode[]): string {
  const named = down.slice(0, MOST_NAMED).map(node => {
    const zone = node.zone ? ` in zone ${node.zone}` : '';
    const seen =
      node.lastSeenSeconds === undefined
        ? 'not seen since the node that was asked started'
        : `not seen for ${formatDuration(node.lastSeenSeconds * 1000)}`;
    return `${nameOf(node)}${zone} ${seen}`;
  });
  const more = down.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

export function nameOf(node: ListedNode): string {
  return node.hostname ?? node.id.slice(0, 16);
}
