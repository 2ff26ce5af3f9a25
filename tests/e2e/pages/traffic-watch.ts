import type { Page } from 'playwright-core';

/** Requests of a page to the origin of a site that leave the path of the site, or fail. */
export class TrafficWatch {
  /** Requests to that origin so far. */
  count = 0;
  #wrong: string[] = [];

  constructor(page: Page, site: string) {
    const { origin, pathname } = new URL(site);
    page.context().on('request', (request) => {
      const address = new URL(request.url());
      if (address.origin !== origin) return;
      this.count += 1;
      const isBelow = address.pathname === pathname || address.pathname.startsWith(`${pathname}/`);
      if (!isBelow) this.#wrong.push(`outside: ${request.url()}`);
    });
    page.context().on('response', (response) => {
      const isOwn = new URL(response.url()).origin === origin;
      if (isOwn && response.status() >= 400) this.#wrong.push(`${response.status()}: ${response.url()}`);
    });
    page.context().on('requestfailed', (request) => {
      if (new URL(request.url()).origin !== origin) return;
      // A page that is left, and a stream that is closed, abort theirs.
      const reason = request.failure()?.errorText ?? '';
      if (reason !== 'net::ERR_ABORTED') this.#wrong.push(`${reason}: ${request.url()}`);
    });
  }

  /** What was wrong since the last time. */
  taken(): string[] {
    return this.#wrong.splice(0);
  }
}
