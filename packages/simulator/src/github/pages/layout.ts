import { Answer } from '../api/answer';
import { Html, html } from './html';

const STYLE = new Html(`
:root{color-scheme:light dark;--line:#8886;--soft:#8881;--good:#1a7f37;--bad:#b3261e;--done:#6f42c1;--link:#0757b8}
@media (prefers-color-scheme:dark){:root{--good:#4ac26b;--bad:#ff8a80;--done:#b392f0;--link:#79b8ff}}
*{box-sizing:border-box}
body{font:15px/1.5 system-ui,sans-serif;max-width:66rem;margin:0 auto;padding:1rem}
a{color:var(--link)} h1{font-size:1.4rem;margin:.5rem 0} h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
nav{display:flex;flex-wrap:wrap;gap:1rem;padding-bottom:.5rem;border-bottom:1px solid var(--line)}
footer{margin-top:3rem;color:GrayText;font-size:.85rem}
table{border-collapse:collapse;width:100%} td,th{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left}
code,pre,.lines{font:13px/1.45 ui-monospace,monospace}
.box{border:1px solid var(--line);border-radius:6px;margin:.8rem 0;overflow:auto}
.box>header{padding:.4rem .8rem;background:var(--soft);border-bottom:1px solid var(--line)}
.box>pre{margin:0;padding:.6rem .8rem} .said{white-space:pre-wrap;padding:.6rem .8rem} .written{padding:.2rem .8rem} .written h3{font-size:1rem}
.lines td{border:0;padding:0 .6rem;white-space:pre} .lines td:first-child{width:1%;color:GrayText;user-select:none;text-align:right}
tr.add{background:#2da44e26} tr.del{background:#d1242f26} tr.hunk{background:var(--soft);color:GrayText}
.state{display:inline-block;padding:.1rem .6rem;border-radius:1rem;border:1px solid;font-weight:600}
.open{color:var(--good)} .closed{color:var(--bad)} .merged{color:var(--done)}
.add-count{color:var(--good)} .del-count{color:var(--bad)}
button{font:inherit;font-weight:600;padding:.4rem 1rem;border-radius:6px;border:1px solid var(--line);cursor:pointer}
button.main{background:#1a7f37;color:#fff;border-color:#1a7f37}
form{display:inline-block;margin:.3rem .5rem .3rem 0}
`);

export interface PageFrame {
  title: string;
  /** Path of the repository that the page belongs to. */
  repository?: string;
  openPulls?: number;
}

export function page(
  { title, repository, openPulls }: PageFrame,
  content: Html,
  status = 200,
): Answer {
  const text = html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <nav>
          ${repository
            ? html`<b><a href="/${repository}">${repository}</a></b>
                <a href="/${repository}/commits/main">Commits</a>
                <a href="/${repository}/pulls"
                  >Pull requests (${openPulls ?? 0})</a
                >`
            : html`<b>Repositories</b>`}
        </nav>
        <main>${content}</main>
        <footer>
          Stands in for GitHub in Socle's demo. Nothing here leaves this
          machine.
        </footer>
      </body>
    </html>`.text;
  return {
    status,
    body: Buffer.from(text),
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'Referrer-Policy': 'same-origin',
    },
  };
}

export function missing(): Answer {
  return page({ title: 'Not found' }, html`<h1>Not found</h1>`, 404);
}
