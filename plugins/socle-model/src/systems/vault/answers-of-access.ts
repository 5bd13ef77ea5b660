import { HttpAnswer, ProbeReading, ProbeTarget } from '../../definition/probe';
import { stringAt, stringsAt, valueAt } from '../../reading/raw';
import { dataOf, picked } from './answers';
import { vaultObject } from './instance';
import { policyRules } from './policy-rules';

export const ROLE_PATH = /^\/v1\/auth\/(.+?)\/roles?(?:\/([^/]+))?\/?$/;
export const POLICY_PATH =
  /^\/v1\/sys\/(?:policies\/acl|policy)(?:\/([^/]+))?\/?$/;

/** A role of the Kubernetes auth method, or the list of them. */
export function readRole(
  { path, body, httpStatus }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const [, authMount, role] = ROLE_PATH.exec(path) ?? [];
  const data = dataOf(body);
  if (authMount && !role && Array.isArray(data.keys)) {
    return {
      items: stringsAt(data, 'keys').map(name =>
        roleObject(target, authMount, name),
      ),
    };
  }
  if (authMount && !role && httpStatus === 404 && Array.isArray(data.errors)) {
    return { items: [] };
  }
  // Roles of other methods lie at the same path and bind no ServiceAccounts.
  if (!authMount || !role || !Array.isArray(data.bound_service_account_names)) {
    return undefined;
  }
  const policies = Array.isArray(data.token_policies)
    ? 'token_policies'
    : 'policies';
  return {
    subject: roleObject(target, authMount, decoded(role), {
      serviceAccounts: stringsAt(data, 'bound_service_account_names'),
      namespaces: stringsAt(data, 'bound_service_account_namespaces'),
      policies: stringsAt(data, policies).filter(name => name !== 'default'),
      ...picked(data, {
        bound_service_account_namespace_selector: 'namespaceSelector',
        audience: 'audience',
      }),
    }),
  };
}

function roleObject(
  target: ProbeTarget,
  authMount: string,
  role: string,
  status?: Record<string, unknown>,
) {
  return vaultObject(
    target,
    'KubernetesAuthRole',
    `${authMount}/${role}`,
    { authMount, role },
    status,
  );
}

/** A policy, or the list of them. Of its text only paths and capabilities are taken. */
export function readPolicy(
  { path, body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const name = POLICY_PATH.exec(path)?.[1];
  const data = dataOf(body);
  if (!name) {
    const keys = Array.isArray(data.keys) ? 'keys' : 'policies';
    return Array.isArray(data[keys])
      ? {
          items: stringsAt(data, keys).map(one =>
            vaultObject(target, 'Policy', one, {}),
          ),
        }
      : undefined;
  }
  const text = valueAt(data, 'policy') ?? valueAt(data, 'rules');
  if (typeof text !== 'string') {
    return undefined;
  }
  const rules = policyRules(text);
  return {
    subject: vaultObject(
      target,
      'Policy',
      stringAt(data, 'name') ?? decoded(name),
      {},
      rules ? { rules } : {},
    ),
  };
}

/** A name out of a path; one that cannot be decoded stays as it is. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
