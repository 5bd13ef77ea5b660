import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Health, HealthStatus } from '@socle/backstage-plugin-socle-common';
import { useWhyInLabel } from '../reasons/use-why-in-label';
import { socleReactTranslationRef } from '../translation/ref';
import { HealthMark, markOf } from './health-mark';
import { HealthShape } from './HealthShape';
import styles from './health.module.css';

/**
 * A health as shape, word and colour.
 * @public
 */
export function HealthChip(props: {
  health?: Health;
  /** Instead of `health`, where only a status or mark is known. */
  mark?: HealthMark | HealthStatus;
}) {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const whyOf = useWhyInLabel();
  const mark = props.mark ?? (props.health ? markOf(props.health) : 'unknown');
  return (
    <span className={styles.chip} title={whyOf(props.health)}>
      <HealthShape mark={mark} />
      {t(`health.${mark}`)}
    </span>
  );
}
