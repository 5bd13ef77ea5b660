import { encodedPath } from '../addresses';
import { Answer } from '../api/answer';
import { Hosted } from '../api/call';
import { emptyTree } from '../api/commits';
import { Commit } from '../git/commit';
import { diffOf } from '../git/diff';
import { Repository } from '../git/repository';
import { changes } from './changes';
import { Html, html } from './html';
import { missing, page } from './layout';

/** A revision and a path below it; branches may have slashes, so the longest that there is wins. */
async function located(repository: Repository, rest: string) {
  const steps = rest.split('/').filter(Boolean);
  for (let length = steps.length; length > 0; length -= 1) {
    const ref = steps.slice(0, length).join('/');
    const sha = await repository.resolve(ref);
    if (sha) return { ref, sha, path: steps.slice(length).join('/') };
  }
  return undefined;
}

export async function folderPage(
  { repository, pulls }: Hosted,
  rest: string,
): Promise<Answer> {
  const at = await located(repository, rest || repository.defaultBranch);
  if (!at) return missing();
  const entries = await repository.entries(at.sha, {
    path: at.path ? `${at.path}/` : undefined,
  });
  if (entries.length === 0) return missing();
  const readme = entries.find(({ path }) => /(^|\/)readme\.md$/i.test(path));
  const [latest] = await repository.commits(at.sha, {
    path: at.path || undefined,
    limit: 1,
  });
  const { fullName } = repository;
  const sorted = [...entries].sort(
    (a, b) => Number(b.type === 'tree') - Number(a.type === 'tree'),
  );
  return page(
    {
      title: `${fullName}/${at.path}`,
      repository: fullName,
      openPulls: openCount(pulls),
    },
    html`<h1>${repository.name}/${at.path} <small>at ${at.ref}</small></h1>
      ${at.path ? '' : html`<p>${repository.description}</p>`}
      ${latest && commitLine(fullName, latest)}
      <table>
        ${sorted.map(
          ({ type, path }) => html`<tr>
            <td>
              <a href="/${fullName}/${type}/${at.ref}/${encodedPath(path)}"
                >${path.split('/').pop()}${type === 'tree' ? '/' : ''}</a
              >
            </td>
          </tr>`,
        )}
      </table>
      ${readme &&
      html`<section class="box">
        <header>${readme.path}</header>
        <pre>${(await repository.blob(readme.sha)).toString('utf8')}</pre>
      </section>`}`,
  );
}

export async function filePage(
  { repository, pulls }: Hosted,
  rest: string,
): Promise<Answer> {
  const { fullName } = repository;
  const found = await fileAt(repository, rest);
  if (!found) return missing();
  const { ref, path, content } = found;
  const lines = content.toString('utf8').replace(/\n$/, '').split('\n');
  return page(
    { title: path, repository: fullName, openPulls: openCount(pulls) },
    html`<h1>${path} <small>at ${ref}</small></h1>
      <p><a href="/${fullName}/raw/${ref}/${encodedPath(path)}">Raw</a></p>
      <div class="box">
        <table class="lines">
          ${lines.map(
            (line, index) =>
              html`<tr id="L${index + 1}">
                <td>${index + 1}</td>
                <td>${line}</td>
              </tr>`,
          )}
        </table>
      </div>`,
  );
}

export async function rawFile(
  { repository }: Hosted,
  rest: string,
): Promise<Answer> {
  const found = await fileAt(repository, rest);
  if (!found) return missing();
  return {
    status: 200,
    body: found.content,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  };
}

export async function commitsPage(
  { repository, pulls }: Hosted,
  rest: string,
): Promise<Answer> {
  const at = await located(repository, rest || repository.defaultBranch);
  if (!at) return missing();
  const { fullName } = repository;
  const commits = await repository.commits(at.sha, {
    limit: 100,
    path: at.path || undefined,
  });
  return page(
    { title: 'Commits', repository: fullName, openPulls: openCount(pulls) },
    html`<h1>Commits <small>at ${at.ref}</small></h1>
      ${commits.map(commit => commitLine(fullName, commit))}`,
  );
}

export async function commitPage(
  hosted: Hosted,
  revision: string,
): Promise<Answer> {
  const { repository, pulls } = hosted;
  const sha = await repository.resolve(revision);
  if (!sha) return missing();
  const commit = await repository.commit(sha);
  const from = commit.parents[0] ?? (await emptyTree(hosted));
  const { fullName } = repository;
  return page(
    {
      title: commit.message,
      repository: fullName,
      openPulls: openCount(pulls),
    },
    html`<h1>${titleOf(commit)}</h1>
      ${commitLine(fullName, commit)}
      ${changes(await diffOf(repository, from, sha))}`,
  );
}

export function commitLine(fullName: string, commit: Commit): Html {
  return html`<p>
    <a href="/${fullName}/commit/${commit.sha}"
      ><code>${commit.sha.slice(0, 7)}</code></a
    >
    ${titleOf(commit)},
    <small>${commit.author.name}, ${commit.author.date}</small>
  </p>`;
}

export function openCount(pulls: Hosted['pulls']): number {
  return pulls.list().filter(({ open }) => open).length;
}

function titleOf({ message }: Commit): string {
  return message.split('\n')[0];
}

async function fileAt(repository: Repository, rest: string) {
  const at = await located(repository, rest);
  if (!at?.path) return undefined;
  const entries = await repository.entries(at.sha, { path: at.path });
  const entry = entries.find(
    one => one.path === at.path && one.type === 'blob',
  );
  return entry && { ...at, content: await repository.blob(entry.sha) };
}
