import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Browser, BrowserContext, Page } from 'playwright-core';
import { visitor, watchErrors } from './browser/browser';
import { Portal } from './portal/portal';

/** What a journey works with. */
export interface Stage {
  portal: Portal;
  context: BrowserContext;
  /** A new tab whose errors count. */
  page(): Promise<Page>;
  /** One thing that must hold. The journey goes on after one that does not. */
  check(title: string, assertion: () => Promise<unknown>): Promise<void>;
  /** A figure worth reporting. */
  note(text: string): void;
  /** Keeps a picture of a page. */
  picture(page: Page, name: string): Promise<void>;
}

/** A way of a person through the portal. */
export interface Journey {
  id: string;
  title: string;
  /** The language of the browser, where it is not English. */
  locale?: string;
  /** Errors in the console that this journey brings about on purpose. */
  expectedErrors?: RegExp;
  run(stage: Stage): Promise<void>;
}

/** Runs journeys one after the other and counts what held. */
export class Journeys {
  passed = 0;
  failed = 0;

  constructor(
    private readonly portal: Portal,
    private readonly browser: Browser,
    private readonly pictures: string,
  ) {}

  async run(journey: Journey): Promise<void> {
    say(`\n${journey.title}`);
    await mkdir(this.pictures, { recursive: true });
    const errors: string[] = [];
    const context = await visitor(
      this.browser,
      this.portal.url,
      journey.locale,
    );
    const stage: Stage = {
      portal: this.portal,
      context,
      page: async () => {
        const page = await context.newPage();
        watchErrors(page, errors);
        return page;
      },
      check: (title, assertion) => this.check(title, assertion, context),
      note: text => say(`    ${text}`),
      picture: async (page, name) => {
        await page.screenshot({ path: join(this.pictures, `${name}.png`) });
      },
    };
    await this.check('goes to its end', () => journey.run(stage), context);
    await this.check('leaves no errors in the console', async () => {
      const left = errors.filter(one => !journey.expectedErrors?.test(one));
      if (left.length > 0) throw new Error([...new Set(left)].join('\n'));
    });
    await context.close();
  }

  private async check(
    title: string,
    assertion: () => Promise<unknown>,
    context?: BrowserContext,
  ): Promise<void> {
    try {
      await assertion();
      this.passed += 1;
      say(`  ✓ ${title}`);
    } catch (error) {
      this.failed += 1;
      const text = error instanceof Error ? error.message : String(error);
      say(`  ✗ ${title}\n      ${text.replaceAll('\n', '\n      ')}`);
      const [page] = context?.pages().slice(-1) ?? [];
      await page
        ?.screenshot({
          path: join(this.pictures, `failed-${this.failed}.png`),
        })
        .catch(() => undefined);
    }
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
