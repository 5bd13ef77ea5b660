import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { JsonValue } from '@socle/backstage-plugin-socle-common';
import { useCallback } from 'react';
import { textAt } from '../facts/read-fact';
import { socleDeliveryTranslationRef } from '../translation/ref';

const CONFIDENCES = ['high', 'medium', 'low'] as const;

/** The codes that the model gives for a pattern, by the key of their sentence. */
const REASONS = {
  'chart-with-companions': 'chartWithCompanions',
  'chart-with-values-file': 'chartWithValuesFile',
  'chart-with-filtered-folder': 'chartWithFilteredFolder',
  'chart-with-inline-values': 'chartWithInlineValues',
  'chart-without-values': 'chartWithoutValues',
  'wrapper-chart': 'wrapperChart',
  'assumed-wrapper-chart': 'assumedWrapperChart',
  'raw-manifests': 'rawManifests',
  'raw-manifests-bundle': 'rawManifestsBundle',
  invalid: 'invalid',
  applicationset: 'applicationSet',
  'applicationset-generated': 'generated',
  'source-hydrator': 'sourceHydrator',
  'no-source': 'noSource',
  'app-of-apps': 'appOfApps',
  plugin: 'plugin',
  jsonnet: 'jsonnet',
  kustomize: 'kustomize',
  'local-chart': 'localChart',
  undetermined: 'undetermined',
} as const;

function isKnown(code: string): code is keyof typeof REASONS {
  return Object.hasOwn(REASONS, code);
}

/** How sure a classification is and why, in the reader's language; a code that is not known here stands as it is. */
export function usePatternWords(): (facts: Record<string, JsonValue>) => {
  confidence?: string;
  reason?: string;
} {
  const { t } = useTranslationRef(socleDeliveryTranslationRef);
  return useCallback(
    facts => {
      const code = textAt(facts, 'patternReason');
      const sure = textAt(facts, 'patternConfidence');
      const known = CONFIDENCES.find(one => one === sure);
      return {
        confidence: known ? t(`confidence.${known}`) : sure,
        reason:
          code && isKnown(code) ? t(`patternReason.${REASONS[code]}`) : code,
      };
    },
    [t],
  );
}
