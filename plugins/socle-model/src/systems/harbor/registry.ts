import { defineKind } from '../../definition/kind';
import { failed, healthy, unknown } from '../../judging/verdict';
import { withoutCredentials } from '../../reading/conditions';
import { booleanAt, numberAt, stringAt } from '../../reading/raw';
import { HARBOR, linkWithin } from './harbor-object';

/** Another registry that Harbor fetches from or copies to. */
export type RegistryFacts = {
  instance?: string;
  id?: number;
  type?: string;
  url?: string;
  insecure?: boolean;
  status?: string;
};

/** Projects know the registry that they stand for by its id only. */
export function registryKey(
  namespace: string | undefined,
  instance: string,
  id: number,
): string {
  return `harborRegistry:${namespace ?? ''}/${instance}/${id}`;
}

export const registry = defineKind<RegistryFacts>({
  ...HARBOR,
  kind: 'Registry',
  plural: 'registries',
  project: raw => {
    const url = stringAt(raw, 'spec', 'url');
    return {
      instance: stringAt(raw, 'spec', 'instance'),
      id: numberAt(raw, 'spec', 'id'),
      type: stringAt(raw, 'spec', 'type'),
      url: url && withoutCredentials(url),
      insecure: booleanAt(raw, 'spec', 'insecure'),
      status: stringAt(raw, 'status', 'status'),
    };
  },
  provides: ({ facts, meta }) =>
    facts.instance && facts.id !== undefined
      ? [registryKey(meta.namespace, facts.instance, facts.id)]
      : [],
  links: ({ facts, meta }) =>
    linkWithin('instance', 'Harbor', facts.instance, meta),
  health: ({ facts }) => {
    const { status, url = 'its address' } = facts;
    const evidence = [{ path: 'status.status', value: status ?? '' }];
    if (status === 'healthy') {
      return healthy('HarborRegistryReachable', `Harbor reaches ${url}.`);
    }
    if (status === 'unhealthy') {
      return failed(
        'HarborRegistryUnreachable',
        `Harbor does not get through to ${url}.`,
        { evidence },
      );
    }
    return unknown(
      'HarborRegistryNotChecked',
      status
        ? `The status "${status}" is not known.`
        : 'Harbor has not checked it yet.',
      { evidence },
    );
  },
  reasons: [
    {
      code: 'HarborRegistryReachable',
      cause: 'Harbor reaches the registry.',
      evidence: 'status.status',
      remedy: false,
    },
    {
      code: 'HarborRegistryNotChecked',
      cause: 'Whether Harbor reaches the registry is not told.',
      evidence: 'status.status',
      remedy: false,
    },
    {
      code: 'HarborRegistryUnreachable',
      cause: 'Harbor cannot reach the registry, or is not let in.',
      evidence: 'status.status',
    },
  ],
  shows: ['type', 'insecure'],
});
