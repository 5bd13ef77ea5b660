import { Finding, verifyRules } from '@socle/emitter';
import { Unread } from '../input/find-files';
import { SARIF_SCHEMA, uriOf } from '../output/sarif';

/** Findings of a repository as SARIF 2.1.0. */
export function findingsSarif(
  findings: readonly Finding[],
  unread: readonly Unread[],
): string {
  const log = {
    $schema: SARIF_SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'socle',
            rules: verifyRules.map(({ code, check, title }) => ({
              id: code,
              name: code,
              shortDescription: { text: title },
              properties: { check },
            })),
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
        results: findings.map(
          ({ code, severity, message, fix, file, line }) => ({
            ruleId: code,
            ruleIndex: verifyRules.findIndex(rule => rule.code === code),
            level: severity,
            message: { text: `${message} ${fix}` },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: uriOf(file) },
                  region: { startLine: line },
                },
              },
            ],
            partialFingerprints: { 'socle/v1': `${file}#${code}#${message}` },
          }),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
