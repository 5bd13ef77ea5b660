import { Fields, fieldsAt, textAt } from '../../storage/object';
import { Addresses } from '../addresses';
import { Answer, ok } from './answer';
import { Hosted } from './call';
import { nodeId } from './people';

/**
 * The one question of GraphQL that makers of pull requests ask: whether a branch is there, and which open pull request
 * it has.
 */
export async function answerGraphql(
  body: Fields,
  hostedOf: (owner: string, name: string) => Hosted | undefined,
  addresses: Addresses,
): Promise<Answer> {
  if (!/\bassociatedPullRequests\b/.test(textAt(body, 'query'))) {
    return ok({
      errors: [
        {
          type: 'NOT_IMPLEMENTED',
          message: 'This question is not answered here.',
        },
      ],
    });
  }
  const { owner, repo, name, head } = fieldsAt(body, 'variables');
  const hosted = hostedOf(String(owner), String(repo ?? name));
  if (!hosted) {
    return ok({
      data: { repository: null },
      errors: [
        {
          type: 'NOT_FOUND',
          path: ['repository'],
          message: `Could not resolve to a Repository with the name '${owner}/${
            repo ?? name
          }'.`,
        },
      ],
    });
  }
  const branch = String(head).replace(/^refs\/heads\//, '');
  const there = await hosted.repository.resolve(`refs/heads/${branch}`);
  const pull = there && hosted.pulls.openOf(branch);
  const { fullName } = hosted.repository;
  const edges = pull
    ? [
        {
          node: {
            id: nodeId('PullRequest', pull.id),
            number: pull.number,
            url: addresses.html(`/${fullName}/pull/${pull.number}`),
          },
        },
      ]
    : [];
  return ok({
    data: {
      repository: {
        ref: there ? { associatedPullRequests: { edges } } : null,
      },
    },
  });
}
