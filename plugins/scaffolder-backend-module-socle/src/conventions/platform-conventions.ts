import { Config } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  Conventions,
  conventionsFrom,
  ConventionsInput,
  Refusal,
} from '@socle/emitter';

/** What the platform has agreed on, for all clusters and where one of them differs. */
export class PlatformConventions {
  private constructor(
    private readonly shared: ConventionsInput,
    private readonly byCluster: ReadonlyMap<string, ConventionsInput>,
  ) {}

  static fromConfig(config: Config): PlatformConventions {
    const { clusters = {}, ...shared } =
      config.getOptional<JsonObject>('socle.conventions') ?? {};
    return new PlatformConventions(
      shared as ConventionsInput,
      new Map(Object.entries(clusters as Record<string, ConventionsInput>)),
    );
  }

  /** Clusters that have conventions of their own. */
  get clusters(): string[] {
    return [...this.byCluster.keys()];
  }

  of(cluster?: string): Conventions {
    const own = (cluster && this.byCluster.get(cluster)) || {};
    return conventionsFrom(overlaid(this.shared, own));
  }

  /** A cluster that is none of those that are told apart. */
  refusalsOf(cluster?: string): Refusal[] {
    const known =
      cluster === undefined ||
      this.byCluster.size === 0 ||
      this.byCluster.has(cluster);
    return known
      ? []
      : [
          {
            field: 'cluster',
            problem: 'There is no such cluster.',
            allowed: `One of: ${this.clusters.join(', ')}.`,
          },
        ];
  }
}

/** What the second says, over the first, section by section. */
function overlaid(
  base: ConventionsInput,
  over: ConventionsInput,
): ConventionsInput {
  const merged: Record<string, unknown> = { ...base };
  for (const [section, value] of Object.entries(over)) {
    const below = merged[section];
    merged[section] =
      isSection(below) && isSection(value) ? { ...below, ...value } : value;
  }
  return merged as ConventionsInput;
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
