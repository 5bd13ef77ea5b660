import { IncomingMessage } from 'node:http';
import { Addresses } from '../addresses';
import { Answer } from '../api/answer';
import { Hosted } from '../api/call';
import { diffOf } from '../git/diff';
import { changes } from './changes';
import {
  commitPage,
  commitsPage,
  filePage,
  folderPage,
  openCount,
  rawFile,
} from './files';
import { html } from './html';
import { missing, page } from './layout';
import { actOnPull, pullDiff, pullPage, pullsPage } from './pull-pages';

export interface PageCall {
  request: IncomingMessage;
  url: URL;
  path: string;
  addresses: Addresses;
  now: () => number;
}

/** Pages for a person: files, commits, and pull requests with what they change. */
export async function answerPage(
  { request, path, addresses, now }: PageCall,
  hosted: Hosted | undefined,
  all: readonly Hosted[],
): Promise<Answer> {
  if (!hosted) return repositoriesPage(all);
  const [, , , kind = '', ...more] = path.split('/').map(decodeURIComponent);
  const rest = more.join('/').replace(/\/+$/, '');
  if (request.method === 'POST') {
    const [number, action = ''] = more;
    if (kind !== 'pull' || !isOwn(request, addresses)) return missing();
    return actOnPull(hosted, Number(number), action, now());
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return missing();
  switch (kind) {
    case '':
    case 'tree':
      return folderPage(hosted, rest);
    case 'blob':
    case 'edit':
      return filePage(hosted, rest);
    case 'raw':
      return rawFile(hosted, rest);
    case 'commits':
      return commitsPage(hosted, rest);
    case 'commit':
      return commitPage(hosted, rest);
    case 'compare':
      return comparePage(hosted, rest);
    case 'pulls':
      return pullsPage(hosted);
    case 'pull': {
      const text = /^(\d+)\.(diff|patch)$/.exec(rest);
      if (text) return pullDiff(hosted, Number(text[1]));
      return pullPage(hosted, Number(more[0]));
    }
    default:
      return missing();
  }
}

/** A form of these pages, not one of another site that the reader has open. */
function isOwn(request: IncomingMessage, { origin }: Addresses): boolean {
  const from = request.headers.origin;
  return from === undefined || from === origin;
}

function repositoriesPage(all: readonly Hosted[]): Answer {
  return page(
    { title: 'Repositories' },
    html`<h1>Repositories</h1>
      ${all.map(
        ({ repository: { fullName, description } }) => html`<p>
          <a href="/${fullName}">${fullName}</a> ${description}
        </p>`,
      )}`,
  );
}

async function comparePage(
  { repository, pulls }: Hosted,
  between: string,
): Promise<Answer> {
  const [from = '', to = ''] = between.split('...');
  const base = await repository.resolve(from);
  const head = await repository.resolve(to);
  if (!base || !head) return missing();
  const common = (await repository.mergeBase(base, head)) ?? base;
  return page(
    {
      title: between,
      repository: repository.fullName,
      openPulls: openCount(pulls),
    },
    html`<h1>${between}</h1>
      ${changes(await diffOf(repository, common, head))}`,
  );
}
