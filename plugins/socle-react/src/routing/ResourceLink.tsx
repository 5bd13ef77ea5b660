import { Link } from '@backstage/ui';
import { formatRef, ResourceRef } from '@socle/backstage-plugin-socle-common';
import { ReactNode } from 'react';
import { useResourceHref } from './use-resource-href';

/**
 * The name of a resource as a link to its page in the explorer.
 * @public
 */
export function ResourceLink(props: {
  resource: ResourceRef;
  /** Instead of the page in the explorer. */
  href?: string;
  children?: ReactNode;
}) {
  const hrefOf = useResourceHref();
  const href = props.href ?? hrefOf(props.resource);
  const text = props.children ?? formatRef(props.resource);
  return href ? (
    <Link href={href} variant="body-small">
      {text}
    </Link>
  ) : (
    <span>{text}</span>
  );
}
