import { Meta, Resource } from '../../definition/resource';
import { HealthContext } from '../../judging/verdict';
import type { SecretStoreFacts } from './secret-store';

/** What is read here of events and of a role of Vault; the kinds are defined elsewhere. */
type EventFacts = { type?: string; note?: string; last?: number; uid?: string };
type RoleFacts = { serviceAccounts?: string[]; namespaces?: string[] };

export interface StoreCause {
  of: Resource;
  path: string;
  text: string;
}

/**
 * Why a store may not be usable: its condition holds a constant text, and the cause is in a Warning event, in its
 * Vault, or in the role that it logs in with.
 */
export function causesOf(
  facts: SecretStoreFacts,
  meta: Meta,
  context: HealthContext,
): StoreCause[] {
  const usable = facts.ready === 'True' && facts.readyReason === 'Valid';
  if (facts.ready === undefined || usable) {
    return [];
  }
  return [
    ...fromEvents(meta, context),
    ...fromProvider(context),
    ...fromRole(facts, context),
  ];
}

function fromEvents(meta: Meta, context: HealthContext): StoreCause[] {
  let newest: Resource<EventFacts> | undefined;
  for (const event of context.incoming<EventFacts>('involves', '/Event')
    .items) {
    const { type, note, uid, last = 0 } = event.facts;
    const same =
      uid === undefined || meta.uid === undefined || uid === meta.uid;
    if (
      type === 'Warning' &&
      note &&
      same &&
      last >= (newest?.facts.last ?? 0)
    ) {
      newest = event;
    }
  }
  return newest
    ? [{ of: newest, path: 'message', text: newest.facts.note! }]
    : [];
}

function fromProvider(context: HealthContext): StoreCause[] {
  const provider = context.target('provider');
  if (provider?.state !== 'present') {
    return [];
  }
  const { status, message } = provider.resource.verdict;
  return status === 'failed' || status === 'degraded'
    ? [
        {
          of: provider.resource,
          path: 'verdict',
          text: `Vault ${provider.resource.meta.name}: ${message}`,
        },
      ]
    : [];
}

/** The role has to name the ServiceAccount and its namespace, or the login is refused. */
function fromRole(
  facts: SecretStoreFacts,
  context: HealthContext,
): StoreCause[] {
  const role = context.target<RoleFacts>('role');
  const [namespace, name] = facts.serviceAccount?.split('/') ?? [];
  if (role?.state !== 'present' || !name) {
    return [];
  }
  const { resource } = role;
  if (resource.verdict.status === 'failed') {
    return [{ of: resource, path: 'verdict', text: resource.verdict.message }];
  }
  const { serviceAccounts, namespaces } = resource.facts;
  const lets = (list: string[] | undefined, one: string) =>
    list === undefined ||
    list.length === 0 ||
    one === '' ||
    list.includes('*') ||
    list.includes(one);
  if (lets(serviceAccounts, name) && lets(namespaces, namespace)) {
    return [];
  }
  return [
    {
      of: resource,
      path: 'status.serviceAccounts',
      text: `the role ${resource.meta.name} lets in ${serviceAccounts?.join(
        ', ',
      )} of ${namespaces?.join(', ')}, not ${name} of ${namespace}`,
    },
  ];
}
