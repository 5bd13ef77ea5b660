import { isSha, Ref, Repository } from '../git/repository';
import { created, notFound, ok, unprocessable } from './answer';
import { optional, paged, RepositoryCall, required, Routes } from './call';
import { commitShape, refShape } from './shapes';

/** Branches and tags: `git/ref(s)` and `branches`. */
export const refRoutes: Routes = {
  'GET /git/ref/*ref': async call => {
    const found = await exact(call);
    return ok(refShape(call.repository, found, call.addresses));
  },
  'GET /git/refs/*ref': async call => {
    const found = await exact(call);
    return ok(refShape(call.repository, found, call.addresses));
  },
  'GET /git/refs': call => listed(call, 'refs/', '/git/refs'),
  'GET /git/matching-refs/*ref': call =>
    listed(
      call,
      `refs/${call.params.ref}`,
      `/git/matching-refs/${call.params.ref}`,
    ),
  'POST /git/refs': async call => {
    const { repository, body, addresses } = call;
    const ref = required(body, 'ref', 'Reference');
    const sha = required(body, 'sha', 'Reference');
    if (!/^refs\/[^/]+\/./.test(ref) || !(await repository.isRefName(ref)))
      throw unprocessable('Reference name is invalid');
    await mustBeCommit(repository, sha);
    if (await refOf(repository, ref))
      throw unprocessable('Reference already exists');
    try {
      await repository.move(ref, sha, null);
    } catch {
      // Such as `a/b` beside a branch `a`.
      throw unprocessable('Reference update failed');
    }
    return created(
      refShape(repository, { ref, sha, type: 'commit' }, addresses),
    );
  },
  'PATCH /git/refs/*ref': async call => {
    const { repository, body, addresses } = call;
    const { ref, sha: before } = await exact(
      call,
      unprocessable('Reference does not exist'),
    );
    const sha = required(body, 'sha', 'Reference');
    await mustBeCommit(repository, sha);
    const onward = (await repository.mergeBase(before, sha)) === before;
    if (!onward && body.force !== true)
      throw unprocessable('Update is not a fast forward');
    await repository.move(ref, sha, before);
    return ok(refShape(repository, { ref, sha, type: 'commit' }, addresses));
  },
  'DELETE /git/refs/*ref': async call => {
    const { repository } = call;
    const { ref } = await exact(
      call,
      unprocessable('Reference does not exist'),
    );
    if (ref === `refs/heads/${repository.defaultBranch}`)
      throw unprocessable('Cannot delete the default branch');
    await repository.delete(ref);
    return { status: 204 };
  },
  'GET /branches': async call => {
    const { repository } = call;
    const refs = await repository.refs('refs/heads/');
    return paged(
      call,
      refs.map(ref => branchShape(ref)),
      `/repos/${repository.fullName}/branches`,
    );
  },
  'GET /branches/*branch': async call => {
    const { repository, addresses, params } = call;
    const ref = await refOf(repository, `refs/heads/${params.branch}`);
    if (!ref) throw notFound();
    const commit = await repository.commit(ref.sha);
    return ok({
      ...branchShape(ref),
      commit: commitShape(repository, commit, addresses),
    });
  },
};

async function listed(call: RepositoryCall, prefix: string, path: string) {
  const { repository, addresses } = call;
  const refs = await repository.refs(prefix);
  return paged(
    call,
    refs.map(ref => refShape(repository, ref, addresses)),
    `/repos/${repository.fullName}${path}`,
  );
}

function branchShape({ ref, sha }: Ref) {
  return {
    name: ref.slice('refs/heads/'.length),
    commit: { sha },
    protected: false,
  };
}

async function exact(
  { repository, params }: RepositoryCall,
  otherwise: Error = notFound(),
): Promise<Ref> {
  const found = await refOf(
    repository,
    `refs/${params.ref.replace(/^refs\//, '')}`,
  );
  if (!found) throw otherwise;
  return found;
}

async function refOf(repository: Repository, ref: string) {
  return (await repository.refs(ref)).find(one => one.ref === ref);
}

async function mustBeCommit(repository: Repository, sha: string) {
  if (!isSha(sha))
    throw unprocessable(
      'The sha parameter must be exactly 40 characters and contain only [0-9a-f].',
    );
  if (!(await repository.object(sha, 'commit')))
    throw unprocessable('Object does not exist');
}

/** The commit that a call names, or the default branch's. */
export async function commitNamed(
  { repository }: RepositoryCall,
  revision: string | null | undefined,
): Promise<string> {
  const sha = await repository.resolve(revision || repository.defaultBranch);
  if (!sha) throw notFound();
  return sha;
}

/** A branch that is written to; the default one where none is named. */
export async function branchNamed({
  repository,
  body,
  query,
}: RepositoryCall): Promise<{ ref: string; name: string; sha: string }> {
  const name =
    optional(body, 'branch') ?? query.get('branch') ?? repository.defaultBranch;
  const ref = `refs/heads/${name}`;
  const sha = await repository.resolve(ref);
  if (!sha) throw notFound();
  return { ref, name, sha };
}
