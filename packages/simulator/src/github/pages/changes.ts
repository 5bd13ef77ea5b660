import { FileDiff } from '../git/diff';
import { Html, html } from './html';

/** Every file of a change, with its lines. */
export function changes(files: FileDiff[]): Html {
  return html`<p>
      ${files.length} ${files.length === 1 ? 'file' : 'files'} changed
    </p>
    ${files.map(
      file => html`<section class="box">
        <header>
          <b>${file.path}</b>
          ${file.status === 'modified' ? '' : file.status}
          <span class="add-count">+${file.additions}</span>
          <span class="del-count">−${file.deletions}</span>
        </header>
        ${file.patch === undefined
          ? html`<p class="said">No lines to show.</p>`
          : html`<table class="lines">
              ${file.patch.split('\n').map(lineOf)}
            </table>`}
      </section>`,
    )}`;
}

const KINDS: Record<string, string> = { '+': 'add', '-': 'del', '@': 'hunk' };

function lineOf(line: string): Html {
  const kind = KINDS[line[0]] ?? '';
  const [mark, text] =
    kind === 'hunk' ? ['', line] : [line.slice(0, 1), line.slice(1)];
  return html`<tr class="${kind}">
    <td>${mark}</td>
    <td>${text}</td>
  </tr>`;
}
