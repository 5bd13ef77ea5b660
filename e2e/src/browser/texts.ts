import { Page } from 'playwright-core';

/**
 * The texts on a page, labels and titles included, but for what is marked as English (`lang="en"`: what the engine
 * says), what is not to be translated, and code.
 */
export function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const skipped =
      'body [lang="en"], [translate="no"], code, pre, script, noscript, style';
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim();
      if (text && parent && !parent.closest(skipped)) found.add(text);
    }
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest(skipped)) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name)?.trim();
        if (text) found.add(text);
      }
    }
    return [...found];
  });
}
