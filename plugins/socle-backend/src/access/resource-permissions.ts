import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  Area,
  RESOURCE_TYPE_SOCLE_RESOURCE,
} from '@socle/backstage-plugin-socle-common';
import { z } from 'zod/v4';

/**
 * What conditions may look at. All of it is in the store, since rules are synchronous.
 * @public
 */
export interface ReadableResource {
  cluster: string;
  system: string;
  area: Area;
  kind: string;
  namespace?: string;
}

/** @public What a condition turns into; Socle applies conditions in memory, so it is the condition itself. */
export interface ReadableResourceFilter {
  field: keyof ReadableResource;
  values: string[];
}

/** @public What a resource is to the permission framework. */
export const socleResourceRef = createPermissionResourceRef<
  ReadableResource,
  ReadableResourceFilter
>().with({ pluginId: 'socle', resourceType: RESOURCE_TYPE_SOCLE_RESOURCE });

function fieldRule(
  name: string,
  field: keyof ReadableResource,
  description: string,
) {
  return createPermissionRule({
    name,
    description,
    resourceRef: socleResourceRef,
    paramsSchema: z.object({ values: z.array(z.string()).min(1) }),
    apply: (resource, { values }) => values.includes(resource[field] ?? ''),
    toQuery: ({ values }) => ({ field, values }),
  });
}

/** @public Rules for policies. */
export const socleRules = {
  inCluster: fieldRule('IN_CLUSTER', 'cluster', 'Resources of these clusters'),
  inNamespace: fieldRule(
    'IN_NAMESPACE',
    'namespace',
    'Resources in these namespaces; cluster-scoped ones are in none',
  ),
  ofSystem: fieldRule('OF_SYSTEM', 'system', 'Resources of these systems'),
  inArea: fieldRule('IN_AREA', 'area', 'Resources of these areas'),
  ofKind: fieldRule('OF_KIND', 'kind', 'Resources of these kinds'),
};

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: socleResourceRef,
  rules: socleRules,
});

/** @public The conditions of {@link socleRules}, for a permission policy. */
export const socleConditions = conditions;

/** @public Makes a conditional decision of {@link socleConditions}. */
export const createSocleConditionalDecision = createConditionalDecision;
