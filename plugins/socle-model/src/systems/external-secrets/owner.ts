import { groupOf } from '@socle/backstage-plugin-socle-common';
import { Link, linkTo } from '../../definition/link';
import { Meta } from '../../definition/resource';
import { GROUP } from './store-ref';

/** An ExternalSecret that a ClusterExternalSecret made is what that one rests on. */
export function ownerLink(meta: Meta): Link[] {
  const owner =
    meta.owners?.find(one => one.controller) ??
    meta.owners?.find(one => one.kind === 'ClusterExternalSecret');
  if (!owner) {
    return [];
  }
  const group = groupOf(owner.apiVersion);
  const clusterScoped = group === GROUP && owner.kind.startsWith('Cluster');
  return [
    linkTo(
      'ownedBy',
      {
        group,
        kind: owner.kind,
        name: owner.name,
        ...(clusterScoped ? {} : { namespace: meta.namespace }),
      },
      'source',
    ),
  ];
}
