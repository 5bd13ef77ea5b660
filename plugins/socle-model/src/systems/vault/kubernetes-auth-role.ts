import { defineKind } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  degraded,
  failed,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { RawObject, stringAt, stringsAt, valueAt } from '../../reading/raw';
import { GROUP, linkWithin } from './instance';

export type KubernetesAuthRoleFacts = {
  endpoints: string[];
  /** Where the method is mounted: `kubernetes`. */
  authMount: string;
  role: string;
  /** Who may log in; absent where the role was only listed. */
  serviceAccounts?: string[];
  namespaces?: string[];
  namespaceSelector?: string;
  audience?: string;
  policies?: string[];
};

/** Which ServiceAccounts may log in to Vault, and with which policies. */
export const kubernetesAuthRole = defineKind<KubernetesAuthRoleFacts>({
  group: GROUP,
  kind: 'KubernetesAuthRole',
  plural: 'kubernetesauthroles',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  statusless: true,
  project,
  provides: ({ facts }) =>
    ['*', ...facts.endpoints].map(
      endpoint => `vaultRole:${endpoint}/${facts.authMount}/${facts.role}`,
    ),
  links: ({ facts, meta }) => [
    linkWithin('mount', 'Mount', `auth/${facts.authMount}`, meta),
    ...(facts.policies ?? []).map(name =>
      linkWithin('policy', 'Policy', name, meta),
    ),
  ],
  health: judge,
  reasons: [
    {
      code: 'VaultRoleBound',
      cause: 'It lets named ServiceAccounts log in.',
      evidence: 'status.serviceAccounts',
      remedy: false,
    },
    {
      code: 'VaultRoleListed',
      cause: 'Only its name is known.',
      evidence: 'status.serviceAccounts',
      remedy: false,
    },
    {
      code: 'VaultRoleBindsNobody',
      cause: 'No ServiceAccount can log in with it.',
      evidence: 'status.serviceAccounts',
    },
    {
      code: 'VaultRoleWithoutPolicy',
      cause: 'Who logs in with it may do nothing.',
      evidence: 'status.policies',
    },
  ],
  shows: ['audience', 'namespaceSelector', 'endpoints'],
});

function project(raw: RawObject): KubernetesAuthRoleFacts {
  const status = valueAt(raw, 'status');
  const told = Array.isArray(valueAt(status, 'serviceAccounts'));
  const namespaceSelector = stringAt(status, 'namespaceSelector');
  const audience = stringAt(status, 'audience');
  return {
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    authMount: stringAt(raw, 'spec', 'authMount') ?? '',
    role: stringAt(raw, 'spec', 'role') ?? '',
    ...(told
      ? {
          serviceAccounts: stringsAt(status, 'serviceAccounts'),
          namespaces: stringsAt(status, 'namespaces'),
          policies: stringsAt(status, 'policies'),
        }
      : {}),
    ...(namespaceSelector ? { namespaceSelector } : {}),
    ...(audience ? { audience } : {}),
  };
}

function judge({ facts }: Resource<KubernetesAuthRoleFacts>): Verdict {
  const { serviceAccounts, namespaces = [], policies = [] } = facts;
  const evidence = [
    { path: 'status.serviceAccounts', value: serviceAccounts ?? null },
    { path: 'status.namespaces', value: namespaces },
    { path: 'status.policies', value: policies },
  ];
  if (!serviceAccounts) {
    return unknown(
      'VaultRoleListed',
      'It is listed; whom it lets in was not read.',
      { evidence },
    );
  }
  const somewhere = namespaces.length > 0 || facts.namespaceSelector;
  if (serviceAccounts.length === 0 || !somewhere) {
    return failed(
      'VaultRoleBindsNobody',
      `It binds ${
        serviceAccounts.length === 0 ? 'no ServiceAccount' : 'no namespace'
      }: nobody can log in with it.`,
      { evidence },
    );
  }
  if (policies.length === 0) {
    return degraded(
      'VaultRoleWithoutPolicy',
      'It gives no policy beside the default one: who logs in with it can read no secret.',
      { evidence },
    );
  }
  const open = namespaces.includes('*');
  return healthy(
    'VaultRoleBound',
    `${serviceAccounts.join(', ')} of ${
      namespaces.join(', ') || 'the selected namespaces'
    } may log in, with ${policies.join(', ')}.`,
    {
      evidence,
      ...(open
        ? {
            warnings: [
              serviceAccounts.includes('*')
                ? 'Every ServiceAccount of the cluster may log in with it.'
                : 'ServiceAccounts of that name may log in from every namespace.',
            ],
          }
        : {}),
    },
  );
}
