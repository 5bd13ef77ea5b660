import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_HAS_MEMBER,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** Who is asked to review, by their names on GitHub. */
export interface Reviewers {
  users: string[];
  teams: string[];
}

const USER_LOGIN = 'github.com/user-login';
const TEAM_SLUG = 'github.com/team-slug';

/** More would be nobody's task. */
const MOST_MEMBERS = 5;

/**
 * Who owns something, as GitHub knows them: a team by the annotation of its group, else the group's members, or a user.
 * Nobody where the catalog does not tell.
 */
export async function reviewersOf(
  owner: string,
  organization: string,
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<Reviewers> {
  const ref = stringifyEntityRef(
    parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }),
  );
  const entity = await catalog.getEntityByRef(ref, { credentials });
  if (!entity) {
    return { users: [], teams: [] };
  }
  const login = loginOf(entity);
  if (login) {
    return { users: [login], teams: [] };
  }
  const [teamOwner, team] =
    entity.metadata.annotations?.[TEAM_SLUG]?.split('/') ?? [];
  if (team && teamOwner.toLowerCase() === organization.toLowerCase()) {
    return { users: [], teams: [team] };
  }
  const members = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_HAS_MEMBER)
    .map(({ targetRef }) => targetRef);
  if (members.length === 0) {
    return { users: [], teams: [] };
  }
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: members.slice(0, MOST_MEMBERS) },
    { credentials },
  );
  const users = items
    .map(one => one && loginOf(one))
    .filter((one): one is string => Boolean(one));
  return { users, teams: [] };
}

function loginOf(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[USER_LOGIN];
}
