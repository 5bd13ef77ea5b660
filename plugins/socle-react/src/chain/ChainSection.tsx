import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { refPath, ResourceRef } from '@socle/backstage-plugin-socle-common';
import { ReactNode } from 'react';
import { Section } from '../page/PageFrame';
import { ResourceLink } from '../routing/ResourceLink';
import { useRefParams } from '../routing/use-ref-params';
import { EmptyState } from '../states/EmptyState';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './chain-section.module.css';
import { LiveChain } from './LiveChain';

/**
 * The chain of the resource that the address names, with the ways to its page and back to the list it is in.
 * @public
 */
export function ChainSection(props: {
  view: string;
  /** The list that the resource is in, without its cluster. */
  back(resource: ResourceRef): { path: string; title: string };
  /** What stands above the chain. */
  facts?(resource: ResourceRef): ReactNode;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const ref = useRefParams();
  const { view } = props;
  if (!ref) {
    return <EmptyState>{t('chain.badAddress')}</EmptyState>;
  }
  const back = props.back(ref);
  return (
    <Section
      title={`${ref.kind} ${ref.namespace ? `${ref.namespace}/` : ''}${
        ref.name
      }`}
      actions={
        <span className={styles.actions}>
          <ResourceLink resource={ref}>
            {t('chain.open', { name: ref.name })}
          </ResourceLink>
          <Link
            variant="body-small"
            href={`${back.path}?cluster=${encodeURIComponent(ref.cluster)}`}
          >
            {back.title}
          </Link>
        </span>
      }
    >
      {props.facts?.(ref)}
      <LiveChain key={`${view} ${refPath(ref)}`} view={view} resource={ref} />
    </Section>
  );
}
