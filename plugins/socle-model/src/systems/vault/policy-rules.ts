/** One `path` block of a policy. */
export type PolicyRule = { path: string; capabilities: string[] };

const PATH = /path\s*"([^"\n]*)"\s*(?:=\s*)?\{/g;
const CAPABILITIES = /capabilities\s*=\s*\[([^\]]*)\]/;
/** Longer texts are no policies that people write. */
const MOST_TEXT = 200_000;
const MOST_RULES = 200;

/**
 * The rules of a policy in HCL or JSON; undefined where the text is neither. Only paths and capabilities are taken:
 * parameters that are allowed or required may hold values.
 */
export function policyRules(text: string): PolicyRule[] | undefined {
  if (text.length > MOST_TEXT) {
    return undefined;
  }
  const plain = text.trim();
  if (plain.startsWith('{')) {
    return jsonRules(plain);
  }
  const code = withoutComments(plain);
  const rules: PolicyRule[] = [];
  for (const found of code.matchAll(PATH)) {
    const from = found.index + found[0].length;
    const block = code.slice(from, endOfBlock(code, from));
    const list = CAPABILITIES.exec(block)?.[1] ?? '';
    rules.push({
      path: found[1],
      capabilities: [...list.matchAll(/"([a-z]+)"/g)].map(one => one[1]),
    });
    if (rules.length >= MOST_RULES) break;
  }
  return rules.length > 0 || code.trim() === '' ? rules : undefined;
}

function jsonRules(text: string): PolicyRule[] | undefined {
  try {
    const { path } = JSON.parse(text) as { path?: unknown };
    if (typeof path !== 'object' || path === null || Array.isArray(path)) {
      return undefined;
    }
    return Object.entries(path)
      .slice(0, MOST_RULES)
      .map(([name, rule]) => {
        const list = (rule as { capabilities?: unknown } | null)?.capabilities;
        return {
          path: name,
          capabilities: Array.isArray(list)
            ? list.filter(one => typeof one === 'string')
            : [],
        };
      });
  } catch {
    return undefined;
  }
}

/** Comments of HCL, but not what looks like one inside a path. */
function withoutComments(text: string): string {
  return text.replace(
    /("[^"\n]*")|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_, quoted?: string) => quoted ?? '',
  );
}

/** Where the block that begins at `from` ends; blocks may hold blocks. */
function endOfBlock(code: string, from: number): number {
  let depth = 1;
  for (let at = from; at < code.length; at += 1) {
    if (code[at] === '{') depth += 1;
    if (code[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return code.length;
}

const KV2_CALLS = new Set([
  'data',
  'metadata',
  'delete',
  'undelete',
  'destroy',
  'subkeys',
  'config',
  'detailed-metadata',
]);

/** The segment after a mount decides in KV version 2; `+` and `*` stand for any. */
export function reachesKv2(path: string, mountName: string): boolean {
  const rest = path.slice(mountName.length + 1);
  const segment = rest.split('/')[0];
  return (
    rest === '' ||
    segment === '+' ||
    KV2_CALLS.has(segment) ||
    (segment.endsWith('*') &&
      [...KV2_CALLS].some(call => call.startsWith(segment.slice(0, -1))))
  );
}
