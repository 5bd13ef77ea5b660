import { allVerbs } from '../discovery/resource-type';
import { Fields, fieldsAt, isFields, textAt } from '../storage/object';
import { Cluster } from './cluster';

/** `POST …/selfsubjectaccessreviews`, `…/selfsubjectrulesreviews` and `…/selfsubjectreviews`; undefined for others. */
export function answerReview(
  cluster: Cluster,
  plural: string,
  body: unknown,
): Fields | undefined {
  const given = isFields(body) ? body : {};
  if (plural === 'selfsubjectaccessreviews') {
    return {
      ...given,
      metadata: {},
      status: access(cluster, given),
    };
  }
  if (plural === 'selfsubjectrulesreviews') {
    return {
      ...given,
      metadata: {},
      status: rules(cluster),
    };
  }
  if (plural === 'selfsubjectreviews') {
    return {
      ...given,
      metadata: {},
      status: {
        userInfo: {
          username: cluster.user,
          groups: ['system:serviceaccounts', 'system:authenticated'],
        },
      },
    };
  }
  return undefined;
}

function access(cluster: Cluster, review: Fields): Fields {
  const asked = fieldsAt(review, 'spec', 'resourceAttributes');
  const denied = cluster.faults.denied(
    textAt(asked, 'verb'),
    textAt(asked, 'group'),
    textAt(asked, 'resource'),
    textAt(asked, 'namespace') || undefined,
  );
  return denied
    ? { allowed: false }
    : {
        allowed: true,
        reason:
          'RBAC: allowed by ClusterRoleBinding "socle" of ClusterRole "socle"',
      };
}

/** One rule per resource where something is refused; else one for everything. */
function rules(cluster: Cluster): Fields {
  const everything = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };
  const resourceRules =
    cluster.faults.all().length === 0
      ? [everything]
      : cluster.types.all().map(({ group, plural }) => ({
          verbs: allVerbs.filter(
            verb => !cluster.faults.denied(verb, group, plural),
          ),
          apiGroups: [group],
          resources: [plural],
        }));
  return {
    resourceRules,
    nonResourceRules: [
      {
        verbs: ['get'],
        nonResourceURLs: ['/healthz', '/livez', '/readyz', '/version'],
      },
    ],
    incomplete: false,
  };
}
