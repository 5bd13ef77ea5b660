import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { socleReactTranslationRef } from '../translation/ref';
import styles from './states.module.css';

/**
 * Holds the place of what is being read, at the height it is expected to have.
 * @public
 */
export function LoadingState(props: { lines?: number; lineHeight?: number }) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const { lines = 3, lineHeight = 20 } = props;
  return (
    <div className={styles.lines} aria-busy role="status">
      <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={lineHeight} width="100%" />
      ))}
    </div>
  );
}
