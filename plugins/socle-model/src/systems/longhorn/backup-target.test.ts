import { SystemRegistry } from '../../definition/registry';
import { ResourceStore } from '../../graph/store';
import { longhorn } from '.';

function messageOf(message: string): string {
  const store = new ResourceStore(new SystemRegistry([longhorn]));
  const target = store.apply({
    apiVersion: 'longhorn.io/v1beta2',
    kind: 'BackupTarget',
    metadata: { name: 'default', namespace: 'longhorn-system', uid: 'u' },
    spec: { backupTargetURL: 's3://vault-west@alps/' },
    status: {
      available: false,
      conditions: [{ type: 'Unavailable', status: 'True', message }],
    },
  })!;
  store.settle(Date.UTC(2026, 3, 10));
  return target.verdict.message;
}

const wrapped = (answer: string) =>
  `failed to list system backups in s3://vault-west@alps/: error listing: ${'x'.repeat(
    600,
  )}\n error: AWS Error: ${answer}\n, stderr level=error`;

it.each([
  [
    'RequestError send request failed dial tcp 10.9.8.7:9000: i/o timeout',
    'dial tcp 10.9.8.7:9000: i/o timeout',
  ],
  [
    'dial tcp: lookup s3.example on 10.43.0.10:53: no such host',
    'no such host',
  ],
  ['AccessDenied: the key may not list', 'AccessDenied: the key may not list'],
  [
    'x509: certificate signed by unknown authority',
    'x509: certificate signed by unknown authority',
  ],
])('finds "%s" in the output of a command', (answer, told) => {
  const message = messageOf(wrapped(answer));
  expect(message).toContain('s3://vault-west@alps/');
  expect(message).toContain(told);
  expect(message.length).toBeLessThan(260);
});

it('takes passwords out of what it quotes', () => {
  const message = messageOf('cannot mount cifs://joe:hunter2@nas/share');
  expect(message).not.toContain('hunter2');
});
