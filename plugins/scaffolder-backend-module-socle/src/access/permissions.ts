import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  createPermission,
} from '@backstage/plugin-permission-common';

/**
 * To have files written for a GitOps repository: into the workspace of a task, or as a preview.
 * @public
 */
export const socleEmitPermission = createPermission({
  name: 'socle.emit',
  attributes: { action: 'create' },
});

/**
 * To propose files to the GitOps repository as a pull request.
 * @public
 */
export const soclePullRequestPermission = createPermission({
  name: 'socle.pull-request',
  attributes: { action: 'create' },
});

/** Throws where someone may not do something. */
export async function assertAllowed(
  permissions: PermissionsService,
  permission: BasicPermission,
  credentials: BackstageCredentials,
): Promise<void> {
  const [{ result }] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`This needs the permission ${permission.name}.`);
  }
}
