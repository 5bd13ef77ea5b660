import { Fields } from '../storage/object';
import { Answer, GithubError } from './api/answer';

/** Requests an hour that a token has. */
const LIMIT = 5000;
const HOUR_MS = 3_600_000;

/**
 * What the GitHub stand-in is made to answer to its next requests.
 * @public
 */
export interface GithubFault {
  /** How many requests; one where left out. */
  requests?: number;
  /** 403 and 429 are rate limits; others are errors of the server. */
  status?: number;
  /** Only with a rate limit: the `Retry-After` of a secondary limit. Without it the hour's limit is used up. */
  retryAfterSeconds?: number;
  /** Only these methods, such as `POST`; all where left out. */
  methods?: string[];
}

/** What is wrong with GitHub at the moment, and how much of the hour's limit is used. */
export class GithubFaults {
  unreachable = false;
  latencyMs = 0;
  private used = 0;
  private resetAt = 0;
  private readonly next: Required<Omit<GithubFault, 'methods'>>[] = [];
  private methods?: string[];

  /** The next requests are answered so. */
  fail({
    requests = 1,
    status = 500,
    retryAfterSeconds = 0,
    methods,
  }: GithubFault): void {
    this.next.push({ requests, status, retryAfterSeconds });
    this.methods = methods;
  }

  clear(): void {
    this.next.length = 0;
    this.unreachable = false;
    this.latencyMs = 0;
  }

  /** Throws what the request is to be told instead of its answer. */
  check(method: string, now: number): void {
    const fault = this.next[0];
    if (!fault || (this.methods && !this.methods.includes(method))) return;
    fault.requests -= 1;
    if (fault.requests <= 0) this.next.shift();
    const { status, retryAfterSeconds } = fault;
    if (status !== 403 && status !== 429)
      throw new GithubError(status, 'Server Error');
    throw retryAfterSeconds > 0
      ? new GithubError(
          status,
          'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
          { headers: { 'Retry-After': String(retryAfterSeconds) } },
        )
      : new GithubError(status, 'API rate limit exceeded for user.', {
          headers: { ...this.headers(now), 'X-RateLimit-Remaining': '0' },
        });
  }

  count(now: number): void {
    if (now >= this.resetAt) {
      this.resetAt = now + HOUR_MS;
      this.used = 0;
    }
    this.used += 1;
  }

  headers(now: number): Record<string, string> {
    const { limit, remaining, reset, used, resource } = this.core(now);
    return {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': String(reset),
      'X-RateLimit-Used': String(used),
      'X-RateLimit-Resource': resource,
    };
  }

  rateLimit(now: number): Answer {
    const core = this.core(now);
    return { status: 200, body: { resources: { core }, rate: core } };
  }

  private core(now: number) {
    return {
      limit: LIMIT,
      used: this.used,
      remaining: Math.max(0, LIMIT - this.used),
      reset: Math.ceil((this.resetAt || now + HOUR_MS) / 1000),
      resource: 'core',
    };
  }
}

/** Actions of `/control/github/ACTION`. */
export const githubActions: Record<
  string,
  (faults: GithubFaults, given: Fields) => void
> = {
  fail: (faults, given) => faults.fail(given as GithubFault),
  'rate-limit': (faults, given) =>
    faults.fail({ status: 429, ...(given as GithubFault) }),
  unreachable: (faults, given) => {
    faults.unreachable = given.on !== false;
  },
  latency: (faults, given) => {
    faults.latencyMs = typeof given.ms === 'number' ? given.ms : 0;
  },
  clear: faults => faults.clear(),
};
