import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  LoggerService,
  PermissionsService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { EmitKind, EmittedFile, ExistingFiles } from '@socle/emitter';
import { assertAllowed, socleEmitPermission } from '../access/permissions';
import { PlatformConventions } from '../conventions/platform-conventions';
import { actionSchema } from '../emission/answers';
import { emissionOf, refusalMessage } from '../emission/emission-of';
import { GitopsRepository } from '../repository/gitops-repository';

/** What all actions that write files need. */
export interface EmissionServices {
  permissions: PermissionsService;
  platform: PlatformConventions;
  repository: GitopsRepository;
}

/** What each kind is for, as the list of installed actions says it. */
const DESCRIPTIONS: Record<EmitKind, string> = {
  'app:helm-configs':
    'Pattern A: an external chart, its values in a file, its companions in a folder of their own',
  'app:helm-inline':
    'Pattern B: an external chart with its values inside the Application',
  'app:wrapper-chart': 'Pattern C: a local chart that wraps an external one',
  'app:raw-manifests': 'Pattern D: plain manifests, no Helm',
  'vault:path':
    'A path in Vault with its policy and role, as Terraform; the value is no part of it',
  'external-secret':
    'A Secret of an app that the External Secrets Operator fills from Vault',
  'http-route': 'A route of an app through the gateway',
  'network-policy': 'Who may reach the pods of an app, and whom they may reach',
  volume: 'A volume of an app',
  'catalog-info': 'The entity of an app in the software catalog',
  database:
    'A PostgreSQL database of an app, by CloudNativePG, with its backups',
  cache: 'A cache of an app, by the Dragonfly operator',
  topic: 'A topic of Kafka and who may use it, by Strimzi',
  bucket: 'A bucket of Garage, asked for by a Job',
  collection: 'A collection of Qdrant, asked for by a Job',
  backup:
    'A backup of an app at set times, by Velero, Longhorn or CloudNativePG',
};

const listedFiles = {
  type: 'array' as const,
  title: 'Files, by their path in the repository, and why each is there',
  items: {
    type: 'object' as const,
    properties: {
      path: { type: 'string' as const },
      why: { type: 'string' as const },
    },
    required: ['path', 'why'],
  },
};

const orderList = {
  type: 'array' as const,
  title: 'What then happens, in this order',
  items: { type: 'string' as const },
};

const outputSchema = {
  type: 'object' as const,
  properties: {
    files: listedFiles,
    order: orderList,
    emission: {
      type: 'object' as const,
      title: 'Both, as socle:gitops:pull-request takes them',
      properties: { files: listedFiles, order: orderList },
    },
  },
  required: ['files', 'order', 'emission'],
};

/** The action that writes the files of one kind into the workspace. It talks to no cluster and to no Git host but to read. */
export function createEmissionAction(
  kind: EmitKind,
  { permissions, platform, repository }: EmissionServices,
): TemplateAction {
  return {
    id: `socle:${kind}`,
    description: `${DESCRIPTIONS[kind]}. Writes files into the workspace, creates nothing in a cluster.`,
    supportsDryRun: true,
    schema: {
      // JSON Schema is what actions are described in; the emitter writes its fields readonly.
      input: structuredClone(actionSchema(kind)) as NonNullable<
        TemplateAction['schema']
      >['input'],
      output: outputSchema,
    },
    async handler(ctx) {
      await assertAllowed(
        permissions,
        socleEmitPermission,
        await ctx.getInitiatorCredentials(),
      );
      const cluster =
        typeof ctx.input.cluster === 'string' ? ctx.input.cluster : undefined;
      const existing = await existingFiles(
        () => repository.read(platform.of(cluster)),
        ctx.isDryRun === true,
        ctx.logger,
      );
      const { files, order, refusals } = emissionOf(
        kind,
        ctx.input,
        platform,
        existing,
      );
      if (refusals.length > 0) {
        throw new InputError(refusalMessage(refusals));
      }
      await writeAll(ctx.workspacePath, files);
      for (const { path, why } of files) {
        ctx.logger.info(`${path}: ${why}`);
      }
      const listed = files.map(({ path, why }) => ({ path, why }));
      ctx.output('files', listed);
      ctx.output('order', order);
      ctx.output('emission', { files: listed, order });
    },
  };
}

/** A dry run goes on where the repository cannot be read, and says so; anything else would be written blindly. */
async function existingFiles(
  read: () => Promise<ExistingFiles>,
  isDryRun: boolean,
  logger: LoggerService,
): Promise<ExistingFiles | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!isDryRun) {
      throw error;
    }
    logger.warn(
      'The GitOps repository could not be read: what is there already was not compared.',
    );
    return undefined;
  }
}

/** All files or none: a file that another step wrote otherwise stops it before the first. */
async function writeAll(
  workspace: string,
  files: readonly EmittedFile[],
): Promise<void> {
  const targets = await Promise.all(
    files.map(async ({ path, content }) => {
      const target = resolveSafeChildPath(workspace, path);
      const there = await readFile(target, 'utf8').catch(absent);
      if (there !== undefined && there !== content) {
        throw new ConflictError(
          `Nothing was written: another step of this task made ${path}, and made it otherwise.`,
        );
      }
      return { target, content };
    }),
  );
  for (const { target, content } of targets) {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') {
    throw error;
  }
}
