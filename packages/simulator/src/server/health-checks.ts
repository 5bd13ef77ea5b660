const readyChecks = [
  'ping',
  'log',
  'etcd',
  'etcd-readiness',
  'informer-sync',
  'poststarthook/start-apiextensions-controllers',
  'poststarthook/crd-informer-synced',
  'poststarthook/rbac/bootstrap-roles',
  'poststarthook/apiservice-registration-controller',
  'autoregister-completion',
  'shutdown',
];

const onlyReady = new Set(['etcd-readiness', 'informer-sync', 'shutdown']);

/** `/livez`, `/readyz` and `/healthz`, each with their single checks; undefined for a check that does not exist. */
export function healthAnswer(
  path: string,
  query: URLSearchParams,
  failing: ReadonlySet<string>,
): { code: number; text: string } | undefined {
  const [, endpoint, check] =
    /^\/(livez|readyz|healthz)(?:\/(.+))?$/.exec(path) ?? [];
  if (!endpoint) return undefined;
  const checks =
    endpoint === 'readyz'
      ? readyChecks
      : readyChecks.filter(name => !onlyReady.has(name));
  if (check) {
    if (!checks.includes(check)) return undefined;
    return failing.has(check)
      ? { code: 500, text: `internal server error: reason withheld\n` }
      : { code: 200, text: 'ok' };
  }
  const excluded = query.getAll('exclude');
  let failed = false;
  const lines = checks.map(name => {
    if (excluded.includes(name)) return `[+]${name} excluded: ok`;
    if (!failing.has(name)) return `[+]${name} ok`;
    failed = true;
    return `[-]${name} failed: reason withheld`;
  });
  if (failed)
    return {
      code: 500,
      text: `${lines.join('\n')}\n${endpoint} check failed\n`,
    };
  if (query.has('verbose')) {
    return {
      code: 200,
      text: `${lines.join('\n')}\n${endpoint} check passed\n`,
    };
  }
  return { code: 200, text: 'ok' };
}
