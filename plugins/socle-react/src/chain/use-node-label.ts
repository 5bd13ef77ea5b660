import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChainNode, formatRef } from '@socle/backstage-plugin-socle-common';
import { useCallback } from 'react';
import { HealthMark, markOfEnd } from '../health/health-mark';
import { useWhyInLabel } from '../reasons/use-why-in-label';
import { socleReactTranslationRef } from '../translation/ref';

/** Says a node of a chain in one sentence, for screen readers. */
export function useNodeLabel(): (node: ChainNode) => string {
  const { t } = useTranslationRef(socleReactTranslationRef);
  const whyOf = useWhyInLabel();
  return useCallback(
    (node: ChainNode) => {
      const mark: HealthMark = markOfEnd(node);
      const health = t(`health.${mark}`);
      const ref = formatRef(node.ref);
      const why = whyOf(node.health) ?? node.health.reason;
      return mark === 'healthy' || !why
        ? t('chain.nodeLabel', { ref, health })
        : t('chain.nodeLabelWhy', { ref, health, why });
    },
    [t, whyOf],
  );
}
