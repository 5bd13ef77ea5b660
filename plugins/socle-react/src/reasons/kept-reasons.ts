import { ReasonItem } from '@socle/backstage-plugin-socle-common';
import { SocleApi } from '../api/socle-api';

/** Pages do not wait longer than this for what reasons mean: without it all is shown as the engine says it. */
const PATIENCE_MILLISECONDS = 1_000;
const RETRY_MILLISECONDS = 60_000;

/** What is known of the reasons in one language. */
export interface KnownReasons {
  byCode: ReadonlyMap<string, ReasonItem>;
  /** They came, will not come, or are late: nothing waits for them any more. */
  settled: boolean;
}

const NONE: KnownReasons = { byCode: new Map(), settled: false };

/** The reasons in one language, read once and shared by all that show them. */
export class KeptReasons {
  #known = NONE;
  #failedAt?: number;
  #reading = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly api: SocleApi,
    private readonly language: string,
  ) {}

  readonly known = () => this.#known;

  /** The first that listens has them read; after a failure, one that comes a while later. */
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    const isDue =
      this.#failedAt === undefined ||
      Date.now() - this.#failedAt > RETRY_MILLISECONDS;
    if (!this.#reading && this.#known.byCode.size === 0 && isDue) {
      this.#read();
    }
    return () => {
      this.#listeners.delete(listener);
    };
  };

  async #read() {
    this.#reading = true;
    const late = setTimeout(() => this.#settle(), PATIENCE_MILLISECONDS);
    try {
      const { items } = await this.api.getReasons({ language: this.language });
      this.#settle(new Map(items.map(item => [item.code, item])));
    } catch {
      // An older backend, or no permission: the pages do without.
      this.#failedAt = Date.now();
      this.#settle();
    } finally {
      clearTimeout(late);
      this.#reading = false;
    }
  }

  #settle(byCode = this.#known.byCode) {
    if (this.#known.settled && byCode === this.#known.byCode) {
      return;
    }
    this.#known = { byCode, settled: true };
    this.#listeners.forEach(listener => listener());
  }
}

const kept = new WeakMap<SocleApi, Map<string, KeptReasons>>();

/** The reasons that an API tells in a language: the same for all who ask. */
export function keptReasons(api: SocleApi, language: string): KeptReasons {
  const byLanguage = kept.get(api) ?? new Map<string, KeptReasons>();
  kept.set(api, byLanguage);
  const known = byLanguage.get(language) ?? new KeptReasons(api, language);
  byLanguage.set(language, known);
  return known;
}
