import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it';
import { escapeHtml } from './escape-html';
import type { PageEnvironment } from './headings';

const OPENING =
  /^(!!!|\?\?\?\+?)[ \t]*([A-Za-z][\w-]*(?:[ \t]+[A-Za-z][\w-]*)*)?(?:[ \t]+"(.*)")?[ \t]*$/;
const TAB = /^===[!+]?[ \t]+"(.*)"[ \t]*$/;
const INDENT = 4;

interface Opening {
  marker: string;
  classes: string[];
  /** Undefined: the name of the kind; empty: none at all. */
  title?: string;
}

export function readOpening(line: string): Opening | undefined {
  const match = OPENING.exec(line);
  if (!match || (match[2] === undefined && match[3] === undefined)) {
    return undefined;
  }
  const classes = (match[2] ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return {
    marker: match[1],
    classes,
    ...(match[3] === undefined ? {} : { title: match[3] }),
  };
}

/**
 * The blocks of Python-Markdown whose content is indented by four: admonitions (`!!! note "Title"`), details
 * (`??? note`, `???+ note` open) and tabs (`=== "Title"`).
 */
export function indentedBlocks(md: MarkdownIt): void {
  const alt = ['paragraph', 'reference', 'blockquote', 'list'];
  md.block.ruler.before('fence', 'indented_blocks', block, { alt });
  md.block.ruler.before('fence', 'tabs', tabs, { alt });
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice(
    state.bMarks[line] + state.tShift[line],
    state.eMarks[line],
  );
}

function isOwnLine(state: StateBlock, line: number): boolean {
  return state.sCount[line] - state.blkIndent < INDENT;
}

/** The first line after the indented content that begins at `start`; blank lines at its end do not belong to it. */
function endOfContent(
  state: StateBlock,
  start: number,
  endLine: number,
  indent: number,
): number {
  let end = start;
  for (let line = start; line < endLine; line++) {
    if (state.isEmpty(line)) {
      continue;
    }
    if (state.sCount[line] < indent) {
      break;
    }
    end = line + 1;
  }
  return end;
}

/** Reads the lines of an indented content as blocks of their own. */
function content(state: StateBlock, start: number, end: number): void {
  const { blkIndent, lineMax, parentType } = state;
  state.blkIndent += INDENT;
  state.lineMax = end;
  state.parentType = 'blockquote';
  state.md.block.tokenize(state, start, end);
  state.blkIndent = blkIndent;
  state.lineMax = lineMax;
  state.parentType = parentType;
}

function titleOf(state: StateBlock, tag: string, text: string): void {
  const open = state.push('block_title_open', tag, 1);
  if (tag === 'p') {
    open.attrSet('class', 'admonition-title');
  }
  const inline = state.push('inline', '', 0);
  inline.content = text;
  inline.children = [];
  state.push('block_title_close', tag, -1);
}

function block(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const opening = isOwnLine(state, startLine)
    ? readOpening(lineAt(state, startLine))
    : undefined;
  if (!opening) {
    return false;
  }
  if (silent) {
    return true;
  }
  const { marker, classes, title } = opening;
  const collapsible = marker !== '!!!';
  const kind = classes[0] ?? 'note';
  const indent = state.blkIndent + INDENT;
  const end = endOfContent(state, startLine + 1, endLine, indent);
  const tag = collapsible ? 'details' : 'div';
  const open = state.push('indented_block_open', tag, 1);
  open.block = true;
  open.map = [startLine, end];
  open.attrSet(
    'class',
    [...(collapsible ? [] : ['admonition']), kind, ...classes.slice(1)].join(
      ' ',
    ),
  );
  if (marker === '???+') {
    open.attrSet('open', '');
  }
  const text = title ?? `${kind[0].toUpperCase()}${kind.slice(1)}`;
  if (text || collapsible) {
    titleOf(state, collapsible ? 'summary' : 'p', text || kind);
  }
  content(state, startLine + 1, end);
  state.push('indented_block_close', tag, -1).block = true;
  state.line = end;
  return true;
}

function tabs(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const isTab = (line: number) =>
    isOwnLine(state, line) && TAB.exec(lineAt(state, line));
  if (!isTab(startLine)) {
    return false;
  }
  if (silent) {
    return true;
  }
  const found: { title: string; start: number; end: number }[] = [];
  const indent = state.blkIndent + INDENT;
  let line = startLine;
  while (line < endLine) {
    const match = state.isEmpty(line) ? null : isTab(line);
    if (match) {
      const end = endOfContent(state, line + 1, endLine, indent);
      found.push({ title: match[1], start: line + 1, end });
      line = end;
    } else if (state.isEmpty(line)) {
      line += 1;
    } else {
      break;
    }
  }
  const env = state.env as PageEnvironment;
  env.tabSets += 1;
  const set = env.tabSets;
  const html = (text: string) => {
    state.push('html_block', '', 0).content = text;
  };
  const inputs = found.map(
    (_, index) =>
      `<input type="radio" name="tabbed-${set}" id="tabbed-${set}-${
        index + 1
      }"${index === 0 ? ' checked' : ''}>`,
  );
  const labels = found.map(
    ({ title }, index) =>
      `<label for="tabbed-${set}-${index + 1}">${escapeHtml(title)}</label>`,
  );
  html(
    `<div class="tabbed-set">${inputs.join(
      '',
    )}<div class="tabbed-labels">${labels.join(
      '',
    )}</div><div class="tabbed-content">`,
  );
  for (const tab of found) {
    html('<div class="tabbed-block">');
    content(state, tab.start, tab.end);
    html('</div>');
  }
  html('</div></div>\n');
  state.line = found[found.length - 1].end;
  return true;
}
