import { redact } from './redact';

it('hides what must not be shown and keeps the rest', () => {
  const shown = redact({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'd',
      managedFields: [{}],
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': '{"password":"x1"}',
        note: 'kept',
      },
    },
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'c',
              env: [
                { name: 'DB_PASSWORD', value: 'hunter2' },
                { name: 'LOG_LEVEL', value: 'debug' },
              ],
              args: ['--url=https://bob:hunter3@db/x'],
            },
          ],
        },
      },
    },
    extra: {
      apiToken: 'hunter4',
      secretName: 'kept-too',
      passwordSecretRef: { name: 'kept-three' },
    },
  });
  const text = JSON.stringify(shown);
  expect(text).not.toMatch(/hunter|x1|managedFields|last-applied/);
  expect(text).toContain('LOG_LEVEL","value":"debug');
  expect(text).toContain('kept-too');
  expect(text).toContain('kept-three');
});

it('shows of a Secret its key names alone', () => {
  const shown = redact({
    kind: 'Secret',
    metadata: { name: 's', annotations: { a: 'aHVudGVy' } },
    data: { key: 'aHVudGVy' },
    stringData: { other: 'hunter' },
  });
  expect(shown).toEqual({
    kind: 'Secret',
    metadata: { name: 's' },
    data: { key: '«hidden»' },
    stringData: { other: '«hidden»' },
  });
});
