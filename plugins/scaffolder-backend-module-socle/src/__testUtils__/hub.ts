import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { GithubStandIn, startSimulator } from '@socle/simulator';
import { Octokit } from 'octokit';
import { createPullRequestAction } from '../actions/pull-request-action';
import { PlatformConventions } from '../conventions/platform-conventions';
import { Run, runAction, workspace } from './run-action';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { JsonObject } from '@backstage/types';

const OWNER = 'quay';
const NAME = 'fleet';

/** A repository on a GitHub that runs in this process, and the action that proposes to it. */
export class Hub {
  readonly place = { owner: OWNER, repo: NAME };
  allowed = true;
  entities: Entity[] = [];

  private constructor(
    readonly github: GithubStandIn,
    readonly host: string,
    private readonly stopSimulator: () => Promise<void>,
  ) {}

  static async start(): Promise<Hub> {
    const github = await GithubStandIn.create({
      repositories: [
        {
          owner: OWNER,
          name: NAME,
          commits: [
            {
              message: 'Begin',
              author: { name: 'Nel Varga', email: 'nel@example.org' },
              at: Date.parse('2026-02-03T08:00:00Z'),
              files: {
                'apps/beacon/application.yaml': 'kind: Application\n',
              },
            },
          ],
        },
      ],
    });
    const simulator = await startSimulator({
      clusters: [],
      github,
      token: 'unused',
    });
    return new Hub(github, `127.0.0.1:${simulator.port}`, async () => {
      await simulator.close();
      github.close();
    });
  }

  stop(): Promise<void> {
    return this.stopSimulator();
  }

  get octokit(): Octokit {
    return new Octokit({
      auth: this.github.token,
      baseUrl: `http://${this.host}/api/v3`,
      throttle: { enabled: false },
      retry: { enabled: false },
    });
  }

  /** Configuration of a backend that proposes to it. */
  config(token = this.github.token): JsonObject {
    return {
      integrations: {
        github: [
          {
            host: this.host,
            apiBaseUrl: `http://${this.host}/api/v3`,
            token,
          },
        ],
      },
      socle: {
        conventions: {
          gitops: { repository: `http://${this.host}/${OWNER}/${NAME}.git` },
          domains: [{ name: 'quay.example.org', listener: 'https' }],
        },
      },
    };
  }

  /** Proposes these files as the action does, and tells what the run left behind. */
  async propose(
    files: Record<string, string>,
    {
      input = {},
      isDryRun,
      token = this.github.token,
    }: { input?: JsonObject; isDryRun?: boolean; token?: string } = {},
  ): Promise<Run> {
    const config = new ConfigReader(this.config(token));
    const integrations = ScmIntegrations.fromConfig(config);
    const catalog = {
      getEntityByRef: async (ref: string) =>
        this.entities.find(one => refOf(one) === ref),
      getEntitiesByRefs: async ({ entityRefs }: { entityRefs: string[] }) => ({
        items: entityRefs.map(ref =>
          this.entities.find(one => refOf(one) === ref),
        ),
      }),
    } as unknown as CatalogService;
    const action = createPullRequestAction({
      catalog,
      config,
      integrations,
      githubCredentialsProvider:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      permissions: mockServices.permissions.mock({
        authorize: async () => [
          {
            result: this.allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
          },
        ],
      }),
      platform: PlatformConventions.fromConfig(config),
      waits: [0],
    });
    const workspacePath = await workspace();
    for (const [path, content] of Object.entries(files)) {
      const target = join(workspacePath, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content);
    }
    await writeFile(join(workspacePath, 'left-over.txt'), 'of another step');
    return runAction(
      action,
      {
        name: 'new-lantern',
        title: 'Add lantern',
        emissions: [
          {
            files: Object.keys(files).map(path => ({
              path,
              why: `Why of ${path}`,
            })),
            order: ['First this.', 'Then that.'],
          },
        ],
        ...input,
      },
      { workspacePath, isDryRun },
    );
  }

  /** Everything a person would see of what was written: branches and pull requests. */
  async seen() {
    const { rest } = this.octokit;
    const branches = await rest.repos.listBranches(this.place);
    const pulls = await rest.pulls.list({ ...this.place, state: 'all' });
    return {
      branches: Object.fromEntries(
        branches.data.map(({ name, commit }) => [name, commit.sha]),
      ),
      pulls: pulls.data.map(({ number, title, body, state, head }) => ({
        number,
        title,
        body,
        state,
        branch: head.ref,
      })),
    };
  }
}

function refOf({ kind, metadata }: Entity): string {
  return `${kind.toLowerCase()}:${metadata.namespace ?? 'default'}/${
    metadata.name
  }`;
}
