import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

const MARK = /^\[([ xX])\](?=\s|$)\s*/;

/** `- [ ] to do` and `- [x] done`. The boxes only show: nothing is kept when one is ticked. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task_lists', state => {
    const { tokens } = state;
    const lists: Token[] = [];
    tokens.forEach((token, index) => {
      if (/^(bullet|ordered)_list_open$/.test(token.type)) {
        lists.push(token);
      } else if (/^(bullet|ordered)_list_close$/.test(token.type)) {
        lists.pop();
      }
      const item = tokens[index - 2];
      if (
        token.type !== 'inline' ||
        tokens[index - 1]?.type !== 'paragraph_open' ||
        item?.type !== 'list_item_open'
      ) {
        return;
      }
      const text = token.children?.[0];
      const match = text?.type === 'text' ? MARK.exec(text.content) : null;
      if (!text || !match) {
        return;
      }
      text.content = text.content.slice(match[0].length);
      const box = new state.Token('html_inline', '', 0);
      const checked = match[1] === ' ' ? '' : ' checked';
      box.content = `<input type="checkbox" disabled${checked}> `;
      token.children?.unshift(box);
      item.attrJoin('class', 'task-list-item');
      const list = lists[lists.length - 1];
      if (list && !list.attrGet('class')?.includes('task-list')) {
        list.attrJoin('class', 'task-list');
      }
    });
  });
}
