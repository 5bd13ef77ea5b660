import { stringAt } from '../../reading/raw';
import { RULES_OF_DELIVERY } from './rules-of-delivery';
import { RULES_OF_KUBERNETES } from './rules-of-kubernetes';
import { RULES_OF_PLATFORM } from './rules-of-platform';
import { ArgoRule } from './words';

/** Argo CD's rules for kinds that Socle judges too, in our words; by `group/Kind`. */
export const ARGO_RULES: ReadonlyMap<string, ArgoRule> = new Map(
  Object.entries({
    ...RULES_OF_KUBERNETES,
    ...RULES_OF_DELIVERY,
    ...RULES_OF_PLATFORM,
  }).map(([kind, rule]) => [
    kind,
    // What is on its way out is Progressing there, before any rule.
    raw =>
      stringAt(raw, 'metadata', 'deletionTimestamp')
        ? 'Progressing'
        : rule(raw),
  ]),
);
