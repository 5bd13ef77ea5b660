import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBody } from '../server/request-body';
import { ApiError } from '../storage/api-error';
import { isFields } from '../storage/object';
import { Addresses } from './addresses';
import { Answer, GithubError } from './api/answer';
import { answerApi } from './api/api';
import { Call, Hosted } from './api/call';
import { answerGraphql } from './api/graphql';
import { GithubFault, githubActions, GithubFaults } from './faults';
import { Repository } from './git/repository';
import { createRepository, SimulatedRepository } from './git/seed';
import { answerPage } from './pages/pages';
import { PullRequests } from './pull-requests';
import { serveGit } from './smart-http';

/** @public */
export interface GithubOptions {
  repositories: SimulatedRepository[];
  /** What the API asks for; made up where left out. */
  token?: string;
  now?: () => number;
}

/**
 * Stands in for GitHub as far as pull requests need it: its REST API, clones, and pages to read and merge them, over real
 * git repositories in a temporary folder. Its addresses are those of GitHub Enterprise Server.
 * @public
 */
export class GithubStandIn {
  /** The token of the API. */
  readonly token: string;
  /** @internal */
  readonly hosted: readonly Hosted[];
  private readonly faults = new GithubFaults();

  private constructor(
    /** Where its repositories lie on disk. */
    readonly folder: string,
    repositories: Repository[],
    private readonly now: () => number,
    token = randomBytes(20).toString('hex'),
  ) {
    this.token = token;
    this.hosted = repositories.map(repository => ({
      repository,
      pulls: new PullRequests(repository, now),
    }));
  }

  /** Makes the repositories on disk; {@link GithubStandIn.close} removes them. */
  static async create({
    repositories,
    token,
    now = Date.now,
  }: GithubOptions): Promise<GithubStandIn> {
    const folder = mkdtempSync(join(tmpdir(), 'socle-github-'));
    try {
      const made = await Promise.all(
        repositories.map(one =>
          createRepository(join(folder, one.owner, `${one.name}.git`), one),
        ),
      );
      return new GithubStandIn(folder, made, now, token);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The repositories, as `owner/name`. */
  repositories(): string[] {
    return this.hosted.map(({ repository }) => repository.fullName);
  }

  /** Where it is found on the simulator's port, and what its API asks for. */
  describe(port: number): {
    url: string;
    apiBaseUrl: string;
    token: string;
    repository: string;
  } {
    const { origin, apiBase } = new Addresses(`http://127.0.0.1:${port}`);
    return {
      url: origin,
      apiBaseUrl: apiBase,
      token: this.token,
      repository: this.repositories()[0],
    };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The commit that a branch of a repository such as `owner/name` is at. */
  async head(fullName: string, branch = 'main'): Promise<string | undefined> {
    const [owner, name] = fullName.split('/');
    return this.hostedOf(owner, name)?.repository.resolve(
      `refs/heads/${branch}`,
    );
  }

  /** The next requests of the API fail; a rate limit where the status is 403 or 429. */
  fail(fault: GithubFault): void {
    this.faults.fail(fault);
  }

  /** Everything is answered again as it should be. */
  recover(): void {
    this.faults.clear();
  }

  /** @internal An action of `/control/github`; false where there is none of that name. */
  control(action: string, given: unknown): boolean {
    if (!Object.hasOwn(githubActions, action)) return false;
    githubActions[action](this.faults, isFields(given) ? given : {});
    return true;
  }

  /** @internal Answers a request of a path that is no other part's; false where it is not GitHub's either. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<boolean> {
    const path = url.pathname.replace(/^\/github(?=\/|$)/, '');
    const hosted = this.hostedAt(path);
    const api = /^\/api\/(v3|graphql)(?=\/|$)/.exec(path);
    if (!api && !hosted && path !== '') return false;
    if (this.faults.unreachable) {
      request.socket.destroy();
      return true;
    }
    const addresses = new Addresses(originOf(request));
    if (api) {
      send(request, response, await this.api(request, url, path, addresses));
      return true;
    }
    const git = /^\/[^/]+\/[^/]+?\.git(\/.*)$/.exec(path);
    if (hosted && git) {
      const { repository } = hosted;
      await serveGit(
        repository.git,
        request,
        response,
        git[1],
        url.searchParams,
      );
      return true;
    }
    const page = await answerPage(
      { request, url, path, addresses, now: this.now },
      hosted,
      this.hosted,
    );
    send(request, response, page);
    return true;
  }

  private async api(
    request: IncomingMessage,
    url: URL,
    path: string,
    addresses: Addresses,
  ): Promise<Answer> {
    const { faults } = this;
    const method = request.method ?? 'GET';
    try {
      if (faults.latencyMs > 0)
        await new Promise(resolve => setTimeout(resolve, faults.latencyMs));
      this.authenticate(request);
      const rest = path.replace(/^\/api\/v3\/?/, '/');
      if (rest === '/rate_limit') return faults.rateLimit(this.now());
      faults.count(this.now());
      faults.check(method, this.now());
      const given = await readBody(request);
      const call: Call = {
        method,
        params: {},
        query: url.searchParams,
        headers: request.headers as Record<string, string | undefined>,
        // A list alone is what labels may be given as.
        body: isFields(given) ? given : { items: given },
        addresses,
        now: this.now,
      };
      const hostedOf = (owner: string, name: string) =>
        this.hostedOf(owner, name);
      const answer = path.startsWith('/api/graphql')
        ? await answerGraphql(call.body, hostedOf, addresses)
        : await answerApi(call, rest, hostedOf);
      return this.withHeaders(answer);
    } catch (error) {
      return this.withHeaders(problemOf(error));
    }
  }

  private withHeaders(answer: Answer): Answer {
    return {
      ...answer,
      headers: {
        ...this.faults.headers(this.now()),
        'X-GitHub-Media-Type': 'github.v3; format=json',
        'X-OAuth-Scopes': 'repo',
        ...answer.headers,
      },
    };
  }

  private authenticate(request: IncomingMessage): void {
    const [scheme = '', given = ''] = (
      request.headers.authorization ?? ''
    ).split(' ');
    if (!given) throw new GithubError(401, 'Requires authentication');
    const basic = scheme.toLowerCase() === 'basic';
    const token = basic
      ? Buffer.from(given, 'base64').toString('utf8').split(':').pop() ?? ''
      : given;
    const [a, b] = [Buffer.from(token), Buffer.from(this.token)];
    if (a.length !== b.length || !timingSafeEqual(a, b))
      throw new GithubError(401, 'Bad credentials');
  }

  private hostedOf(owner: string, name: string): Hosted | undefined {
    return this.hosted.find(
      ({ repository }) =>
        repository.fullName.toLowerCase() === `${owner}/${name}`.toLowerCase(),
    );
  }

  private hostedAt(path: string): Hosted | undefined {
    const [, owner, name] = path.split('/');
    return owner && name
      ? this.hostedOf(
          decodeURIComponent(owner),
          decodeURIComponent(name).replace(/\.git$/, ''),
        )
      : undefined;
  }
}

/** This machine's own names only: whatever else a request calls itself by is not repeated in links. */
function originOf(request: IncomingMessage): string {
  const { host = '' } = request.headers;
  const port = request.socket.localPort;
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host)
    ? `http://${host}`
    : `http://127.0.0.1:${port}`;
}

function problemOf(error: unknown): Answer {
  if (error instanceof GithubError) return error.toAnswer();
  if (error instanceof ApiError && error.code === 413)
    return new GithubError(413, 'Payload Too Large').toAnswer();
  if (error instanceof ApiError && error.code === 400)
    return new GithubError(400, 'Problems parsing JSON').toAnswer();
  return new GithubError(
    500,
    error instanceof Error ? error.message : 'Server Error',
  ).toAnswer();
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, headers }: Answer,
): void {
  const content =
    body === undefined || body instanceof Buffer
      ? body
      : Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'Cache-Control': 'no-cache, private',
    'X-Content-Type-Options': 'nosniff',
    ...(content && {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(content.length),
    }),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}
