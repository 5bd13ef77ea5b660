import { Browser, BrowserContext, chromium, Page } from 'playwright-core';

const EXECUTABLE = process.env.SOCLE_E2E_CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Debian's Chromium. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/** A person's browser: nothing remembered from others, English, light. */
export function visitor(
  browser: Browser,
  baseURL: string,
  locale = 'en-GB',
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    locale,
    colorScheme: 'light',
    acceptDownloads: true,
  });
}

/** Collects what a page says went wrong in it. */
export function watchErrors(page: Page, into: string[]): void {
  page.on('pageerror', error => into.push(`${page.url()}: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') {
      into.push(
        `${page.url()}: ${message.text()} ${message.location().url ?? ''}`,
      );
    }
  });
}
