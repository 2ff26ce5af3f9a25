import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestBrowser } from '#tests/e2e/pages/browser.ts';
import { browserCases } from '#tests/support/faults/browser-cases.ts';
import { crashCount, expectHealed, expectSentence } from '#tests/support/faults/browser-story.ts';
import { type FaultyMesh, startFaultyMesh } from '#tests/support/faults/faulty-mesh.ts';
import { type FaultyVigla, startOnFaultyMesh } from '#tests/support/faults/faulty-vigla.ts';
import { followLog } from '#tests/support/faults/followed-log.ts';
import type { Look } from '#tests/support/faults/look.ts';
import { pages, untriedRoutes } from '#tests/support/faults/pages.ts';
import { meshFaults } from '#tests/support/faults/registry/all-faults.ts';
import { lineOf, reportOf } from '#tests/support/faults/report.ts';
import { lookAtAll, type Tried, tryFault } from '#tests/support/faults/try-fault.ts';
import { healedWithinMs } from '#tests/support/kubernetes-objects.ts';
import { waitUntil } from '#tests/support/wait-until.ts';

const browser = new TestBrowser();
let mesh: FaultyMesh;
let vigla: FaultyVigla;
let before: ReadonlyMap<string, Look>;
/** How long it takes here and now to ask for everything once: healing is seen no sooner. */
let sweepSeconds = 0;
const tried: Tried[] = [];

beforeAll(async () => {
  mesh = await startFaultyMesh();
  const { slowestSeconds } = await settle(120);
  const sourceTimeoutSeconds = Math.min(12, Math.max(3, Math.ceil(slowestSeconds * 6)));
  ({ before, sweepSeconds } = await settle(sourceTimeoutSeconds));
});

/**
 * Starts Vigla, and asks for everything until all of it answers. Limits have to be short, so that what hangs is told soon, and
 * many times what an answer takes on this machine, so that being busy is no fault: hence the first time without.
 */
async function settle(sourceTimeoutSeconds: number) {
  await vigla?.stop();
  vigla = await startOnFaultyMesh(mesh, sourceTimeoutSeconds);
  await waitUntil(
    async () => {
      const looks = [...(await lookAtAll(vigla.url)).values()];
      const failing = looks.filter(({ status }) => status !== 200);
      if (failing.length > 0) throw new Error(failing.map((look) => JSON.stringify(look)).join('\n'));
      return true;
    },
    { what: 'every route answers', withinMs: 240_000 },
  );
  const startedAt = performance.now();
  const looks = await lookAtAll(vigla.url);
  return {
    before: looks,
    sweepSeconds: (performance.now() - startedAt) / 1000,
    slowestSeconds: Math.max(...[...looks.values()].map(({ seconds }) => seconds)),
  };
}

afterAll(async () => {
  await browser.close();
  await vigla?.stop();
  await mesh?.stop();
});

test('every route of the contract is tried on some page', () => {
  expect(untriedRoutes()).toEqual([]);
  expect(pages.length).toBeGreaterThan(40);
});

describe.each(meshFaults)('$source: $name', (fault) => {
  test('every page can be used or says who failed, and all heals without a restart', async () => {
    const one = await tryFault(fault, { mesh, url: vigla.url, before });
    tried.push(one);
    console.log(lineOf(one));
    expect(one.unusable).toEqual([]);
    if (fault.shows === 'told') expect(one.status ?? one.toldCount + one.refusedCount).not.toBe(0);
    expect(one.healedSeconds).toBeLessThan(healedWithinMs / 1000 + 3 * sweepSeconds);
  });
});

test('a followed log whose connection is cut goes on by itself', async () => {
  const followed = await followLog(vigla.url, 'bookinfo/productpage-v1');
  const isFollowed = (address: string) => /\/log\?/.test(address) && address.includes('follow=true');
  const askedCount = () => mesh.api.requests.filter(({ address }) => isFollowed(address)).length;
  await waitUntil(() => askedCount() > 0, { what: 'the log is followed', withinMs: 30_000 });
  mesh.api.setFault({ kind: 'cut' }, isFollowed);
  try {
    await waitUntil(() => mesh.api.met() > 1, { what: 'it is opened again in vain', withinMs: 30_000 });
  } finally {
    mesh.api.setFault(undefined);
  }
  const asked = askedCount();
  await waitUntil(() => askedCount() > asked, { what: 'it is opened again', withinMs: 60_000 });
  expect(followed.text()).not.toContain('event: problem');
  expect(followed.isOpen()).toBe(true);
  followed.leave();
});

describe.each(browserCases)('in a browser, $fault.source: $fault.name', ({ fault, pages: shown }) => {
  test('each page says so in a sentence, does not crash, and heals by itself', async () => {
    process.env.VIGLA_E2E_URL = vigla.url;
    mesh.push();
    const opened = await Promise.all(shown.map(async (one) => ({ ...one, ...(await browser.open()) })));
    try {
      await fault.switchOn(mesh);
      for (const { page, address, says } of opened)
        await expectSentence({ page, address: `${vigla.url}${address}` }, says);
    } finally {
      await fault.switchOff(mesh);
    }
    for (const one of opened) await expectHealed(one, one);
    for (const { page, complaints } of opened) {
      expect(await crashCount(page)).toBe(0);
      expect(complaints.texts.filter((text) => text.startsWith('thrown:'))).toEqual([]);
      await page.context().close();
    }
  });
});

test('the process is the one that was started, and no rejection or exception went unheard', () => {
  console.log(reportOf(tried));
  expect(tried).toHaveLength(meshFaults.length);
  expect(vigla.isRunning()).toBe(true);
  const complaints = vigla
    .output()
    .split('\n')
    .filter((line) => /unhandled|uncaught|⨯|"level":[56]0/i.test(line));
  expect(complaints).toEqual([]);
});
