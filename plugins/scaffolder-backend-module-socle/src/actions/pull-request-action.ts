import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  PermissionsService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { Octokit } from 'octokit';
import {
  assertAllowed,
  soclePullRequestPermission,
} from '../access/permissions';
import { PlatformConventions } from '../conventions/platform-conventions';
import { bodyOf } from '../pull-request/body';
import { ClientServices, guardedClientFactory } from '../pull-request/client';
import { decorate } from '../pull-request/decorate';
import { commitMessage, Proposal } from '../pull-request/proposal';
import { Proposed } from '../pull-request/propose';
import { Reviewers, reviewersOf } from '../pull-request/reviewers';
import { repositoryAddress } from '../repository/repository-address';

/** What the action needs. */
export interface PullRequestServices extends ClientServices {
  catalog: CatalogService;
  config: Config;
  permissions: PermissionsService;
  platform: PlatformConventions;
}

/**
 * The action that proposes emitted files: one branch, one commit, one pull request. Backstage's own action does it;
 * added are the checks before, the way back, the text, the labels and who is asked to review.
 */
export function createPullRequestAction(services: PullRequestServices) {
  const { catalog, config, permissions, platform } = services;
  return createTemplateAction({
    id: 'socle:gitops:pull-request',
    description:
      'Proposes emitted files to the GitOps repository as one pull request, and updates its own open one',
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string({
              description:
                'What the branch is called after; the same name finds the same pull request again',
            })
            .regex(/^[a-z0-9](?:[a-z0-9]|-(?!-)){0,98}[a-z0-9]$/),
        title: z => z.string({ description: 'Title' }).min(1).max(200),
        description: z =>
          z
            .string({ description: 'Text above the files' })
            .max(2000)
            .optional(),
        emissions: z =>
          z
            .array(
              z.object({
                files: z
                  .array(
                    z.object({
                      path: z.string().min(1).max(500),
                      why: z.string().max(1000),
                    }),
                  )
                  .max(200),
                order: z.array(z.string().max(2000)).max(200),
              }),
              { description: 'Outputs "emission" of the steps before' },
            )
            .min(1)
            .max(50),
        owner: z =>
          z
            .string({ description: 'Entity ref of who is asked to review' })
            .max(200)
            .optional(),
        labels: z =>
          z
            .array(z.string().min(1).max(50), {
              description: 'Labels (default: socle)',
            })
            .max(20)
            .optional(),
        draft: z => z.boolean({ description: 'As a draft' }).optional(),
        cluster: z =>
          z
            .string({ description: 'The name of a cluster, as configured' })
            .max(63)
            .optional(),
        token: z =>
          z
            .string({
              description:
                'A token of the person, instead of that of the integration',
            })
            .optional(),
      },
      output: {
        remoteUrl: z =>
          z.string({ description: 'The pull request, or the repository' }),
        pullRequestNumber: z => z.number().optional(),
        targetBranchName: z => z.string().optional(),
        branchName: z => z.string(),
        outcome: z =>
          z.enum(['created', 'updated', 'unchanged', 'merged', 'dry run']),
        warnings: z => z.array(z.string()),
      },
    },
    async handler(ctx) {
      const credentials = await ctx.getInitiatorCredentials();
      await assertAllowed(permissions, soclePullRequestPermission, credentials);
      const { cluster, emissions, name, owner, title, token } = ctx.input;
      const { description, draft, labels = ['socle'] } = ctx.input;
      const address = repositoryAddress(platform.of(cluster));
      const branch = `socle/${name}`;
      const files = await filesOf(ctx.workspacePath, emissions);
      const body = bodyOf({
        description,
        emissions,
        by: ctx.user?.ref,
        template: ctx.templateInfo?.entityRef,
        branch,
      });
      const proposal: Proposal = { name, branch, title, body, files };
      let reviewers: Reviewers = { users: [], teams: [] };
      const warnings: string[] = [];
      if (owner) {
        reviewers = await reviewersOf(
          owner,
          address.owner,
          catalog,
          credentials,
        ).catch(() => {
          warnings.push(`The catalog could not be asked who ${owner} is.`);
          return reviewers;
        });
      }
      ctx.output('branchName', branch);
      ctx.output('remoteUrl', address.url);
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Dry run: ${files.size} files would be proposed on ${branch} of ${address.url}. Nothing was written.`,
        );
        ctx.logger.info(body);
        ctx.output('outcome', 'dry run');
        ctx.output('warnings', warnings);
        return;
      }

      let proposed: Proposed | undefined;
      let client: Octokit | undefined;
      const action = createPublishGithubPullRequestAction({
        ...services,
        requireScmUserCredentials: config.getOptionalBoolean(
          'scaffolder.requireScmUserCredentials',
        ),
        clientFactory: guardedClientFactory(
          services,
          proposal,
          (result, octokit) => {
            proposed = result;
            client = octokit;
          },
        ),
      });
      await action
        .handler({
          ...ctx,
          workspacePath: await onlyThese(
            files,
            await ctx.createTemporaryDirectory(),
          ),
          input: {
            repoUrl: address.repoUrl,
            branchName: branch,
            targetBranchName: address.branch,
            title,
            description: body,
            commitMessage: commitMessage(proposal),
            draft,
            update: true,
            createWhenEmpty: false,
            token,
          },
        } as Parameters<typeof action.handler>[0])
        .catch(error => {
          // Backstage's action wraps what our client throws, and its name with it.
          throw error.cause ?? error;
        });
      const { outcome = 'unchanged', pull } = proposed ?? {};
      const fresh = outcome === 'created' || outcome === 'updated';
      if (client && pull && fresh) {
        const { owner: organization, repo } = address;
        const place = { owner: organization, repo };
        warnings.push(
          ...(await decorate(client, place, pull.number, {
            labels,
            reviewers,
          })),
        );
      }
      warnings.forEach(warning => ctx.logger.warn(warning));
      ctx.logger.info(
        outcome === 'merged'
          ? 'The repository has all of it already.'
          : `The pull request was ${outcome}: ${pull?.html_url ?? address.url}`,
      );
      ctx.output('outcome', outcome);
      ctx.output('warnings', warnings);
    },
  });
}

async function filesOf(
  workspace: string,
  emissions: ReadonlyArray<{ files: ReadonlyArray<{ path: string }> }>,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { path } of emissions.flatMap(one => one.files)) {
    const source = resolveSafeChildPath(workspace, path);
    const content = await readFile(source, 'utf8').catch(() => undefined);
    if (content === undefined) {
      throw new InputError(
        `emissions: ${path} is not in the workspace. Nothing was written.`,
      );
    }
    files.set(path, content);
  }
  if (files.size === 0) {
    throw new InputError('emissions: There are no files to propose.');
  }
  return files;
}

/** A folder that holds these files and nothing that other steps left in the workspace. */
async function onlyThese(
  files: ReadonlyMap<string, string>,
  folder: string,
): Promise<string> {
  for (const [path, content] of files) {
    const target = resolveSafeChildPath(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return folder;
}
