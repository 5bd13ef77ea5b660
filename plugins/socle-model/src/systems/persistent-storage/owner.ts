import { groupOf } from '@socle/backstage-plugin-socle-common';
import { Link, linkTo } from '../../definition/link';
import { Meta } from '../../definition/resource';

/** The controller that made an object needs it. */
export function ownedBy({ owners, namespace }: Meta): Link[] {
  const owner = owners?.find(one => one.controller);
  if (!owner || !owner.kind || !owner.name) {
    return [];
  }
  const { apiVersion, kind, name } = owner;
  return [
    linkTo(
      'ownedBy',
      { group: groupOf(apiVersion), kind, namespace, name },
      'source',
    ),
  ];
}
