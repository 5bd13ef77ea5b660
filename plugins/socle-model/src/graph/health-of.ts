import { Health } from '@socle/backstage-plugin-socle-common';
import { SystemRegistry } from '../definition/registry';
import { Resource } from '../definition/resource';
import { COMMON_REASONS } from '../judging/judge';
import { formatTime } from '../reading/times';
import { refOf } from './stored-resource';

/** Where the runbooks of a registry's reasons are, by code. */
const runbookPaths = new WeakMap<SystemRegistry, Map<string, string>>();

/**
 * Path of a reason's runbook below the docs; undefined where the reason needs no remedy or is not known.
 * @public
 */
export function runbookOf(
  registry: SystemRegistry,
  reason: string,
): string | undefined {
  let paths = runbookPaths.get(registry);
  if (!paths) {
    paths = new Map();
    for (const common of COMMON_REASONS) {
      if (!('remedy' in common)) {
        paths.set(common.code, `runbooks/cluster/${common.code}`);
      }
    }
    for (const { kind, system } of registry.all()) {
      for (const { code, remedy } of kind.reasons ?? []) {
        if (remedy !== false) {
          paths.set(code, `runbooks/${system.area}/${code}`);
        }
      }
    }
    runbookPaths.set(registry, paths);
  }
  return paths.get(reason);
}

/**
 * A resource's verdict as it is told: evidence by ref, the runbook, since when.
 * @public
 */
export function healthOf(
  resource: Resource,
  cluster: string,
  registry: SystemRegistry,
): Health {
  const { status, reason, message, evidence, flags, warnings } =
    resource.verdict;
  const runbook = runbookOf(registry, reason);
  return {
    status,
    reason,
    message,
    ...(evidence?.length
      ? {
          evidence: evidence.map(({ of, path, value }) => ({
            ...(of ? { ref: refOf(of, cluster) } : {}),
            path,
            value,
          })),
        }
      : {}),
    ...(flags?.length ? { flags } : {}),
    ...(warnings?.length ? { warnings } : {}),
    ...(runbook ? { runbook } : {}),
    ...(resource.since ? { since: formatTime(resource.since) } : {}),
  };
}
