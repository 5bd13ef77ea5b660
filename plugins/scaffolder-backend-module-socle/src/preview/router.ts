import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { EmitKind, emitKinds } from '@socle/emitter';
import express from 'express';
import Router from 'express-promise-router';
import { assertAllowed, socleEmitPermission } from '../access/permissions';
import { PlatformConventions } from '../conventions/platform-conventions';
import { GitopsRepository } from '../repository/gitops-repository';
import { preview } from './preview';
import { platformAnswer } from './platform-answer';

/** What the routes need. */
export interface PreviewServices {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  platform: PlatformConventions;
  repository: GitopsRepository;
}

/** Forms ask while somebody types: for that a copy of the repository is good enough for so long. */
const MAX_AGE_MS = 20_000;

/** What forms ask: the files that their answers lead to, and what the platform has agreed on. Nothing is written. */
export function createPreviewRouter({
  httpAuth,
  permissions,
  platform,
  repository,
}: PreviewServices): express.Router {
  const router = Router();
  const allowed = async (request: express.Request) => {
    const credentials: BackstageCredentials = await httpAuth.credentials(
      request,
      { allow: ['user', 'service'] },
    );
    await assertAllowed(permissions, socleEmitPermission, credentials);
  };
  const read = async (cluster?: string) => {
    try {
      return {
        files: await repository.read(platform.of(cluster), {
          maxAgeMs: MAX_AGE_MS,
        }),
      };
    } catch (error) {
      return {
        message:
          error instanceof Error ? error.message : 'It could not be read.',
      };
    }
  };

  router.post(
    '/socle/v1/preview',
    express.json({ limit: '512kb' }),
    async (request, response) => {
      await allowed(request);
      const { kinds, answers } = asked(request.body);
      const cluster =
        typeof answers.cluster === 'string' ? answers.cluster : undefined;
      response.json(preview(kinds, answers, platform, await read(cluster)));
    },
  );

  router.get('/socle/v1/platform', async (request, response) => {
    await allowed(request);
    const cluster =
      typeof request.query.cluster === 'string'
        ? request.query.cluster
        : undefined;
    response.json(platformAnswer(platform, cluster, await read(cluster)));
  });
  return router;
}

function asked(body: JsonValue): { kinds: EmitKind[]; answers: JsonObject } {
  const { kinds, answers } = isObject(body) ? body : ({} as JsonObject);
  const known = (Array.isArray(kinds) ? kinds : []).map(kind =>
    emitKinds.find(one => one === kind),
  );
  if (known.length === 0 || known.length > 10 || known.includes(undefined)) {
    throw new InputError(`kinds: One or more of ${emitKinds.join(', ')}.`);
  }
  if (!isObject(answers)) {
    throw new InputError('answers: An object.');
  }
  return { kinds: known as EmitKind[], answers };
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
