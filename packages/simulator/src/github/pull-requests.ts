import { timestamp } from '../storage/object';
import { Repository } from './git/repository';

export interface Comment {
  id: number;
  body: string;
  user: string;
  at: string;
}

export interface Review extends Comment {
  state: string;
}

export interface PullRequest {
  id: number;
  number: number;
  title: string;
  body: string | null;
  draft: boolean;
  user: string;
  open: boolean;
  /** Names of branches. */
  head: string;
  base: string;
  /** Where they were when it was last open. */
  headSha: string;
  baseSha: string;
  createdAt: string;
  updatedAt: string;
  closedAt?: string;
  merged?: { at: string; sha: string; by: string };
  labels: string[];
  assignees: string[];
  reviewers: string[];
  teamReviewers: string[];
  comments: Comment[];
  reviews: Review[];
}

/** The pull requests of one repository. Their branches are in git; what is said about them is in memory. */
export class PullRequests {
  private readonly all = new Map<number, PullRequest>();
  private nextId = 1000;

  constructor(
    private readonly repository: Repository,
    private readonly now: () => number,
  ) {}

  list(): PullRequest[] {
    return [...this.all.values()].reverse();
  }

  get(number: number): PullRequest | undefined {
    return this.all.get(number);
  }

  /** The open one of a branch, whatever its base where that is left out. */
  openOf(head: string, base?: string): PullRequest | undefined {
    return this.list().find(
      pull => pull.open && pull.head === head && (!base || pull.base === base),
    );
  }

  newId(): number {
    this.nextId += 1;
    return this.nextId;
  }

  async create(
    given: Pick<
      PullRequest,
      | 'title'
      | 'body'
      | 'draft'
      | 'user'
      | 'head'
      | 'base'
      | 'headSha'
      | 'baseSha'
    >,
  ): Promise<PullRequest> {
    const at = timestamp(this.now());
    const pull: PullRequest = {
      ...given,
      id: this.newId(),
      number: this.all.size + 1,
      open: true,
      createdAt: at,
      updatedAt: at,
      labels: [],
      assignees: [],
      reviewers: [],
      teamReviewers: [],
      comments: [],
      reviews: [],
    };
    this.all.set(pull.number, pull);
    await this.keepHead(pull);
    return pull;
  }

  touch(pull: PullRequest): void {
    pull.updatedAt = timestamp(this.now());
  }

  /** Follows the branches of an open one; one whose branch was deleted is closed. */
  async refresh(pull: PullRequest): Promise<PullRequest> {
    if (!pull.open) return pull;
    const head = await this.repository.resolve(`refs/heads/${pull.head}`);
    if (!head) {
      this.close(pull);
      return pull;
    }
    const base = await this.repository.resolve(`refs/heads/${pull.base}`);
    if (base) pull.baseSha = base;
    if (head !== pull.headSha) {
      pull.headSha = head;
      this.touch(pull);
      await this.keepHead(pull);
    }
    return pull;
  }

  close(pull: PullRequest): void {
    pull.open = false;
    this.touch(pull);
    pull.closedAt = pull.updatedAt;
  }

  reopen(pull: PullRequest): void {
    pull.open = true;
    delete pull.closedAt;
    this.touch(pull);
  }

  /** Its commits stay reachable when its branch is gone. */
  private keepHead(pull: PullRequest): Promise<void> {
    return this.repository.move(`refs/pull/${pull.number}/head`, pull.headSha);
  }
}
