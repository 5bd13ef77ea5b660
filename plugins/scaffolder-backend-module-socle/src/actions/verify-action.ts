import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import {
  PermissionsService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { Finding, verifyRepository } from '@socle/emitter';
import { assertAllowed, socleEmitPermission } from '../access/permissions';
import { PlatformConventions } from '../conventions/platform-conventions';

const WEIGHTS = { error: 0, warning: 1, note: 2 } as const;

/** The action that checks the files of the workspace as the checks of a GitOps repository would. It writes nothing. */
export function createVerifyAction({
  permissions,
  platform,
}: {
  permissions: PermissionsService;
  platform: PlatformConventions;
}) {
  return createTemplateAction({
    id: 'socle:gitops:verify',
    description:
      'Checks the GitOps files of the workspace: patterns, pinned versions, secrets, images, sync options. Writes nothing.',
    supportsDryRun: true,
    schema: {
      input: {
        sourcePath: z =>
          z
            .string({ description: 'Folder of the workspace to look at' })
            .max(500)
            .optional(),
        wholeRepository: z =>
          z
            .boolean({
              description:
                'The files are the whole repository: what is not among them is missing',
            })
            .optional(),
        expect: z =>
          z
            .enum(['A', 'B', 'C', 'D'], {
              description: 'Pattern that every Application is meant to follow',
            })
            .optional(),
        failOn: z =>
          z
            .enum(['error', 'warning', 'note'], {
              description: 'The least that fails this step (default: error)',
            })
            .optional(),
        cluster: z =>
          z
            .string({ description: 'The name of a cluster, as configured' })
            .max(63)
            .optional(),
      },
      output: {
        findings: z =>
          z.array(
            z.object({
              code: z.string(),
              check: z.number(),
              severity: z.enum(['error', 'warning', 'note']),
              message: z.string(),
              file: z.string(),
              line: z.number(),
              fix: z.string(),
            }),
          ),
      },
    },
    async handler(ctx) {
      await assertAllowed(
        permissions,
        socleEmitPermission,
        await ctx.getInitiatorCredentials(),
      );
      const { sourcePath, wholeRepository, expect, cluster } = ctx.input;
      const { failOn = 'error' } = ctx.input;
      const root = resolveSafeChildPath(ctx.workspacePath, sourcePath ?? '.');
      const findings = verifyRepository(await filesBelow(root), {
        conventions: platform.of(cluster),
        root: wholeRepository === true,
        expect,
      });
      for (const finding of findings) {
        const level = finding.severity === 'note' ? 'info' : 'warn';
        ctx.logger[level](textOf(finding));
      }
      const grave = findings.filter(
        ({ severity }) => WEIGHTS[severity] <= WEIGHTS[failOn],
      );
      if (grave.length > 0) {
        throw new InputError(
          `The files should not be merged so:\n${grave.map(textOf).join('\n')}`,
        );
      }
      ctx.logger.info(
        findings.length === 0 ? 'Nothing found.' : 'Nothing that stops it.',
      );
      ctx.output('findings', findings);
    },
  });
}

function textOf({ file, line, severity, code, message, fix }: Finding): string {
  return `${file}:${line} ${severity} ${code}: ${message} ${fix}`;
}

/** Symbolic links are not followed: they may lead out of the workspace. */
async function filesBelow(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(root, path).split(sep).join('/');
    if (entry.isFile() && !name.startsWith('.git/')) {
      files.set(name, await readFile(path, 'utf8'));
    }
  }
  return files;
}
