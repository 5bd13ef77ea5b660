import { Link, linkTo } from '../../definition/link';
import { Meta } from '../../definition/resource';

/** What all kinds of the group share. v1beta1 had its own form of conditions and no conversion for them. */
export const LONGHORN = {
  group: 'longhorn.io',
  versions: ['v1beta2', 'v1beta1'],
  namespaced: true,
};

/** A link to another object of Longhorn, which all live in one namespace; none where the name is empty. */
export function inLonghorn(
  rel: string,
  from: { meta: Meta },
  kind: string,
  name: string | undefined,
  depends?: 'target' | 'source',
): Link[] {
  return name
    ? [
        linkTo(
          rel,
          {
            group: LONGHORN.group,
            kind,
            namespace: from.meta.namespace,
            name,
          },
          depends,
        ),
      ]
    : [];
}
