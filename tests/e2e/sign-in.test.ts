import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { signInAddresses } from '#tests/support/base-url.ts';
import { type OpenIdProvider, startOpenIdProvider } from '#tests/support/openid-provider.ts';
import { type Complaints, TestBrowser } from './pages/browser.ts';

const browser = new TestBrowser();
const { url, issuer } = signInAddresses();
let provider: OpenIdProvider;
let page: Page;
let complaints: Complaints;

beforeAll(async () => {
  provider = await startOpenIdProvider(url, { issuer, isPublic: true });
  provider.accounts.set('alice', { preferred_username: 'alice.archer', groups: ['team-shop'] });
});
afterAll(async () => {
  await browser.close();
  await provider.stop();
});
beforeEach(async () => {
  ({ page, complaints } = await browser.open({ isNarrow: false }));
});
afterEach(async () => {
  await page.context().close();
  expect(complaints.texts).toEqual([]);
});

/** The provider's pages are not ours to judge. */
function leaveProvider(): void {
  complaints.texts.splice(0);
}

async function signIn(): Promise<void> {
  await page.getByRole('link', { name: `Sign in at ${new URL(issuer).host}` }).click();
  await page.locator('input[name=login]').fill('alice');
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL((address) => address.origin === url);
  leaveProvider();
}

test('a page leads to the provider and back to itself; the menu says who it is, and signs out at both', async () => {
  await page.goto(`${url}/services?range=1h`);
  expect(new URL(page.url()).pathname).toBe('/auth/sign-in');
  await signIn();
  expect(new URL(page.url()).pathname).toBe('/services');
  await page.getByRole('button', { name: 'User: alice.archer' }).click();
  await page.getByText('team-shop').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('button[name=logout]').click();
  await page.getByText('You are signed out.').waitFor();
  leaveProvider();
  await page.goto(`${url}/services`);
  expect(new URL(page.url()).pathname).toBe('/auth/sign-in');
});

test('a page whose session vanished leads to the sign-in page by itself', async () => {
  await page.goto(`${url}/services`);
  await signIn();
  await page.getByRole('button', { name: 'User: alice.archer' }).waitFor();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await page.getByText('Your session has ended.').waitFor();
  // The refused requests themselves.
  complaints.texts = complaints.texts.filter((text) => !/status of 401/.test(text));
});

test.each([{ colorScheme: 'light' as const }, { colorScheme: 'dark' as const }])(
  'the sign-in page fits a phone, $colorScheme',
  async ({ colorScheme }) => {
    const narrow = await browser.open({ colorScheme, isNarrow: true });
    await narrow.page.goto(`${url}/auth/sign-in?reason=provider-unreachable&return=%2F%2Fevil.example`);
    const link = narrow.page.getByRole('link', { name: /^Sign in at/ });
    expect(await link.getAttribute('href')).toBe('/auth/start?return=%2F');
    const width = await narrow.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await narrow.page.keyboard.press('Tab');
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(narrow.complaints.texts).toEqual([]);
    await narrow.page.context().close();
  },
);
