import { Page } from 'playwright-core';
import { Portal } from './portal';

interface Reasons {
  items: Array<{ code: string; cause: string; original?: string }>;
  language: string;
}

/** The codes that a page shows, and those of them that it does not say in French. */
export interface CodesShown {
  shown: string[];
  unsaid: string[];
}

/** What reasons mean in French, as a page is to say it wherever it shows a code. */
export class FrenchCauses {
  private constructor(private readonly causes: Record<string, string>) {}

  static async read(portal: Portal): Promise<FrenchCauses> {
    const { items } = await portal.get<Reasons>(
      '/api/socle/v1/reasons?language=fr',
    );
    return new FrenchCauses(
      Object.fromEntries(items.map(({ code, cause }) => [code, cause])),
    );
  }

  /** A cause stands beside its code, or in the label of the box that shows the code. */
  async on(page: Page): Promise<CodesShown> {
    return page.evaluate(causes => {
      const found: CodesShown = { shown: [], unsaid: [] };
      for (const element of document.querySelectorAll('body [lang="en"]')) {
        const code = element.textContent?.trim() ?? '';
        if (!Object.hasOwn(causes, code)) continue;
        found.shown.push(code);
        const said =
          element.closest('[aria-label]:is(a, button)')?.ariaLabel ??
          element.parentElement?.parentElement?.textContent ??
          '';
        if (!said.includes(causes[code])) found.unsaid.push(code);
      }
      return found;
    }, this.causes);
  }
}
