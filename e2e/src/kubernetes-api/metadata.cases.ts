import { HttpClusterReader } from '@socle/backstage-plugin-socle-backend/src/reading';
import { eventually } from './collecting-sink';
import { secrets } from './kinds';
import { Suite } from './suite';

export function metadataCases(suite: Suite): void {
  describe('metadata only', () => {
    it('no value of a secret is sent, in list or watch, and its key names are told', async () => {
      const put = (name: string) =>
        suite.client.create(
          secrets,
          {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: { name, annotations: { note: 'of-ann' } },
            stringData: { password: 'hunter2' },
          },
          suite.space,
        );
      await put('listed');
      suite.start({ ...secrets, needsManagedFields: true });
      await suite.watching();
      await put('watched');
      await eventually(() =>
        expect(suite.sink.names(suite.space)).toEqual(
          expect.arrayContaining(['listed', 'watched']),
        ),
      );
      const value = Buffer.from('hunter2').toString('base64');
      expect(suite.tap.received).not.toContain(value);
      expect(suite.tap.received).not.toContain('hunter2');
      for (const name of ['listed', 'watched']) {
        const secret = suite.sink.objects.get(`${suite.space}/${name}`);
        expect(secret).toMatchObject({ apiVersion: 'v1', kind: 'Secret' });
        expect(Object.keys(secret!).sort()).toEqual([
          'apiVersion',
          'kind',
          'metadata',
        ]);
        expect(secret!.metadata).not.toHaveProperty('annotations');
        expect(JSON.stringify(secret)).toContain('f:password');
      }
    });

    it('one object comes as its metadata', async () => {
      await suite.client.create(
        secrets,
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'one' },
          stringData: { password: 'hunter2' },
        },
        suite.space,
      );
      const one = await new HttpClusterReader(suite.tap).get(
        secrets,
        suite.space,
        'one',
      );
      expect(one.kind).toBe('PartialObjectMetadata');
      expect(one).not.toHaveProperty('data');
    });
  });
}
