import { defineKind } from '../../definition/kind';
import { linkByKey } from '../../definition/link';
import { Resource } from '../../definition/resource';
import {
  degraded,
  HealthContext,
  healthy,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { cut } from '../../reading/conditions';
import {
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
  valueAt,
} from '../../reading/raw';
import { counted } from '../../reading/wording';
import { GROUP } from './instance';
import { PolicyRule, reachesKv2 } from './policy-rules';

type PolicyFacts = {
  endpoints: string[];
  /** Absent where the policy was only listed, or its text cannot be read. */
  rules?: PolicyRule[];
};

const MOST_NAMED = 3;
const KV2_PATH =
  /^[^/+*]+\/(data|metadata|delete|undelete|destroy|subkeys)(\/|$)/;
/** Paths that no KV mount is behind. */
const SYSTEM_PATH = /^(sys|auth|identity|cubbyhole)\//;

/** What who has it may do. */
export const policy = defineKind<PolicyFacts>({
  group: GROUP,
  kind: 'Policy',
  plural: 'policies',
  versions: ['v1'],
  namespaced: true,
  source: 'probe',
  statusless: true,
  project: (raw: RawObject) => ({
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
    ...(Array.isArray(valueAt(raw, 'status', 'rules'))
      ? {
          rules: objectsAt(raw, 'status', 'rules').map(rule => ({
            path: cut(stringAt(rule, 'path') ?? '', 200),
            capabilities: stringsAt(rule, 'capabilities'),
          })),
        }
      : {}),
  }),
  links: ({ facts }) =>
    mountNames(facts.rules ?? []).map(name =>
      linkByKey('mount', `vaultMount:${facts.endpoints[0] ?? '*'}/${name}`, [
        'vault.socle.dev/Mount',
      ]),
    ),
  health: judge,
  reasons: [
    {
      code: 'VaultPolicyFits',
      cause: 'Its paths are such as the mounts behind them have.',
      evidence: 'status.rules',
      remedy: false,
    },
    {
      code: 'VaultPolicyNotChecked',
      cause: 'Whether its paths match anything is not known.',
      evidence: 'status.rules',
      remedy: false,
    },
    {
      code: 'VaultPolicyMatchesNothing',
      cause: 'It names paths of KV version 1 on a mount of version 2.',
      evidence: 'status.rules',
    },
  ],
});

/** First segments of paths that may be those of a KV mount. */
function mountNames(rules: readonly PolicyRule[]): string[] {
  const names = rules
    .filter(({ path }) => !SYSTEM_PATH.test(path))
    .map(({ path }) => path.split('/')[0])
    .filter(name => name && !/[+*]/.test(name));
  return [...new Set(names)].slice(0, 50);
}

function judge(
  { facts, meta }: Resource<PolicyFacts>,
  context: HealthContext,
): Verdict {
  const { rules } = facts;
  if (!rules && meta.name === 'root') {
    // Each Vault lists it, and has no text of it.
    return healthy(
      'VaultPolicyFits',
      'It allows everything, and has no rules that could be wrong.',
    );
  }
  if (!rules) {
    return unknown(
      'VaultPolicyNotChecked',
      'It is listed; its rules were not read or cannot be understood.',
      { evidence: [{ path: 'status.rules', value: null }] },
    );
  }
  const versions = new Map<string, string>();
  for (const neighbour of context.targets<{
    type?: string;
    kvVersion?: string;
  }>('mount')) {
    if (neighbour.state === 'present') {
      const { type, kvVersion } = neighbour.resource.facts;
      versions.set(
        neighbour.resource.meta.name,
        type === 'kv' ? `kv${kvVersion ?? '1'}` : type ?? '',
      );
    }
  }
  const vain = rules.filter(({ path }) => {
    const name = path.split('/')[0];
    return versions.get(name) === 'kv2' && !reachesKv2(path, name);
  });
  if (vain.length > 0) {
    const named = vain
      .slice(0, MOST_NAMED)
      .map(({ path }) => `"${path}"`)
      .join(', ');
    const { path } = vain[0];
    const at = path.indexOf('/');
    return degraded(
      'VaultPolicyMatchesNothing',
      `${vain.length} of its ${counted(rules.length, 'rule')} ${
        vain.length === 1 ? 'matches' : 'match'
      } nothing on a mount of KV version 2: ${named}; to read values it has to be "${path.slice(
        0,
        at,
      )}/data${path.slice(at)}".`,
      {
        evidence: vain.slice(0, MOST_NAMED).map(rule => ({
          path: `status.rules[path=${rule.path}].capabilities`,
          value: rule.capabilities,
        })),
      },
    );
  }
  const open = rules.filter(
    ({ path }) =>
      !SYSTEM_PATH.test(path) &&
      !KV2_PATH.test(path) &&
      !versions.has(path.split('/')[0]),
  );
  if (open.length > 0) {
    return unknown(
      'VaultPolicyNotChecked',
      `Whether ${open.length} of its ${counted(rules.length, 'rule')} ${
        open.length === 1 ? 'matches' : 'match'
      } anything is not known: the mounts behind were not read.`,
      {
        evidence: open.slice(0, MOST_NAMED).map(rule => ({
          path: `status.rules[path=${rule.path}].capabilities`,
          value: rule.capabilities,
        })),
      },
    );
  }
  const all = rules.some(({ path }) => path === '*');
  return healthy(
    'VaultPolicyFits',
    `Its ${counted(rules.length, 'rule')} ${
      rules.length === 1 ? 'fits' : 'fit'
    } the mounts.`,
    {
      ...(all ? { warnings: ['It covers every path.'] } : {}),
    },
  );
}
