import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  Area,
  AREAS,
  PlatformComponent,
} from '@socle/backstage-plugin-socle-common';
import { entityName } from '@socle/backstage-plugin-socle-model';

/** `kind:name`, or `kind:namespace/name`. */
const ENTITY_REF = /^[a-z]+:([^/\s:]+\/)?[^/\s:]+$/i;

/** Something of the platform that no API server shows: a firewall, a Git host, a Terraform stack. */
export interface OutsideThing {
  cluster: string;
  component: PlatformComponent;
  /** Ids of the systems whose content comes from it: `vault` for the Terraform stack that fills it. */
  provides: readonly string[];
}

/** Reads `socle.outside`; an error names the entry and the field. */
export function readOutside(
  config: Config,
  clusters: string[],
): OutsideThing[] {
  const seen = new Set<string>();
  return (config.getOptionalConfigArray('socle.outside') ?? []).map(
    (thing, index) => {
      const at = `socle.outside[${index}]`;
      const title = thing.getString('title');
      const name = entityName(
        thing.getOptionalString('name') ?? title.toLowerCase(),
      );
      if (!name) {
        throw new InputError(
          `${at} (${title}): name needs a letter or digit of the Latin alphabet; give one`,
        );
      }
      const cluster = thing.getString('cluster');
      if (!clusters.includes(cluster)) {
        throw new InputError(
          `${at} (${title}): cluster "${cluster}" is not one of ${clusters.join(
            ', ',
          )}`,
        );
      }
      if (seen.has(`${cluster}/${name}`)) {
        throw new InputError(
          `${at} (${title}): name "${name}" is used twice in cluster ${cluster}`,
        );
      }
      seen.add(`${cluster}/${name}`);
      const area = thing.getOptionalString('area') ?? 'cluster';
      if (!(AREAS as readonly string[]).includes(area)) {
        throw new InputError(
          `${at} (${title}): area must be one of ${AREAS.join(
            ', ',
          )}, not "${area}"`,
        );
      }
      const dependsOn = thing.getOptionalStringArray('dependsOn') ?? [];
      const wrong = dependsOn.find(ref => !ENTITY_REF.test(ref));
      if (wrong !== undefined) {
        throw new InputError(
          `${at} (${title}): dependsOn must hold entity refs such as component:vault, not "${wrong}"`,
        );
      }
      const url = thing.getOptionalString('url');
      return {
        cluster,
        provides: thing.getOptionalStringArray('provides') ?? [],
        component: {
          cluster,
          name,
          title,
          kind: 'Resource',
          type: thing.getOptionalString('type') ?? 'external-service',
          area: area as Area,
          description: thing.getOptionalString('description'),
          owner: thing.getOptionalString('owner'),
          links: url ? [{ url, title }] : [],
          dependsOn,
          annotations: {},
          tags: ['outside'],
        },
      };
    },
  );
}
