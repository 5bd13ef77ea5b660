import { HttpClusterReader } from '@socle/backstage-plugin-socle-backend/src/reading';
import { CollectingSink, eventually } from './collecting-sink';
import { configMaps, secrets } from './kinds';
import { Suite } from './suite';
import { SuiteClient } from './suite-client';
import { TappedConnection } from './tapped-connection';

export function rightsCases(suite: Suite): void {
  describe('rights', () => {
    it.each([
      ['configmaps', true],
      ['secrets', false],
    ])('a review says whether %s may be listed', async (resource, allowed) => {
      const review = await new SuiteClient(suite.server.limited).send(
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          method: 'POST',
          body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: { verb: 'list', resource } },
          },
        },
      );
      expect(review).toMatchObject({ status: { allowed } });
    });

    it('a kind that may not be read says so, and the others are read', async () => {
      suite.tap = new TappedConnection(suite.server.limited);
      suite.start(secrets);
      await eventually(() => expect(suite.sink.last).toBe('notPermitted'));
      expect(suite.sink.message).toMatch(/secrets is forbidden/);
      expect(suite.sink.lists).toBe(0);
      suite.sink = new CollectingSink();
      suite.start(configMaps);
      await eventually(() => expect(suite.sink.last).toBe('live'));
    });

    it('an object that is not there is an error that says so', async () => {
      await expect(
        new HttpClusterReader(suite.tap).get(configMaps, suite.space, 'none'),
      ).rejects.toMatchObject({
        status: 404,
        message: 'configmaps "none" not found',
      });
    });
  });
}
