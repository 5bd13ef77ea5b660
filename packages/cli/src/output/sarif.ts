import { HealthStatus } from '@socle/backstage-plugin-socle-common';
import {
  COMMON_REASONS,
  runbookOf,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';
import { isFinding, Row, titleOf } from '../assess/row';
import { Unread } from '../input/find-files';

export const SARIF_SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Record<HealthStatus, 'error' | 'warning' | 'note' | 'none'> = {
  failed: 'error',
  degraded: 'warning',
  unknown: 'note',
  progressing: 'note',
  healthy: 'none',
};

/** Findings as SARIF 2.1.0, which code hosts show beside the lines of a change. */
export function sarif(
  rows: readonly Row[],
  unread: readonly Unread[],
  registry: SystemRegistry,
): string {
  const findings = rows.filter(isFinding);
  const ids = [...new Set(findings.map(row => row.health.reason))].sort();
  const causes = causesOf(registry);
  const log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'socle',
            rules: ids.map(id => ruleOf(id, causes.get(id), registry)),
          },
        },
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            toolExecutionNotifications: unread.map(({ file, message }) => ({
              level: 'error',
              message: { text: `${file}: ${message}` },
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: uriOf(file) } },
                },
              ],
            })),
          },
        ],
        results: findings.map(row => ({
          ruleId: row.health.reason,
          ruleIndex: ids.indexOf(row.health.reason),
          level:
            row.health.reason === 'Unreadable'
              ? 'error'
              : LEVELS[row.health.status],
          message: {
            text: `${titleOf(row.ref)} is ${row.health.status}: ${
              row.health.message
            }`,
          },
          locations: [locationOf(row)],
          partialFingerprints: {
            'socle/v1': `${row.file}#${titleOf(row.ref)}#${row.health.reason}`,
          },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function causesOf(registry: SystemRegistry): Map<string, string> {
  const causes = new Map<string, string>(
    COMMON_REASONS.map(reason => [reason.code, reason.cause]),
  );
  for (const { kind } of registry.all()) {
    for (const { code, cause } of kind.reasons ?? []) {
      causes.set(code, cause);
    }
  }
  return causes;
}

function ruleOf(
  id: string,
  cause: string | undefined,
  registry: SystemRegistry,
) {
  const runbook = runbookOf(registry, id);
  return {
    id,
    name: id,
    shortDescription: { text: cause ?? id },
    ...(runbook ? { help: { text: `Runbook: docs/${runbook}.md` } } : {}),
  };
}

function locationOf(row: Row) {
  return {
    ...(row.line === undefined
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: uriOf(row.file) },
            region: { startLine: row.line },
          },
        }),
    logicalLocations: [
      { fullyQualifiedName: titleOf(row.ref), kind: 'object' },
    ],
  };
}

/** A path as SARIF names it. */
export function uriOf(file: string): string {
  const path =
    file === '-' ? 'stdin' : file.replace(/\\/g, '/').replace(/^\.\//, '');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
