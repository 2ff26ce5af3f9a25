import { z } from 'zod';
import { statusSchema } from '#lib/contract/status.ts';
import { waitUntil } from '#tests/support/wait-until.ts';
import type { FaultyMesh } from './faulty-mesh.ts';
import { judgeLook, type Verdict } from './judge-look.ts';
import { type Look, lookAt, lookAtPage } from './look.ts';
import type { MeshFault } from './mesh-fault.ts';
import { pages, triedRoutes } from './pages.ts';

/** How one fault went. */
export type Tried = {
  fault: MeshFault;
  pageCount: number;
  /** Pages that could not be used, each with why. */
  unusable: string[];
  /** Routes that said what is missing beside the rest, and that had nothing to say but who failed. */
  toldCount: number;
  refusedCount: number;
  /** What the status of sources said of it; undefined when it saw nothing. */
  status: string | undefined;
  slowestSeconds: number;
  healedSeconds: number;
};

export type Trial = { mesh: FaultyMesh; url: string; before: ReadonlyMap<string, Look> };

const healPatienceMs = 120_000;
const feltPatienceMs = 60_000;
const lookEveryMs = 250;
/** As many as a browser with two or three tabs has under way. */
const atOnce = 12;

/** Switches a fault on, asks for every page and every route, switches it off, and waits until all is as before. */
export async function tryFault(fault: MeshFault, trial: Trial): Promise<Tried> {
  const { mesh } = trial;
  mesh.push();
  let during: During;
  try {
    await fault.switchOn(mesh);
    during = await lookDuring(fault, trial);
  } finally {
    await fault.switchOff(mesh);
  }
  const offAt = performance.now();
  const { verdicts, html, looks, status } = during;
  const ill = [...verdicts].filter(([, verdict]) => verdict.is !== 'whole').map(([route]) => route);
  await untilHealed(ill, trial);
  const countOf = (is: Verdict['is']) => [...verdicts.values()].filter((verdict) => verdict.is === is).length;
  return {
    fault,
    pageCount: pages.length,
    unusable: unusablePages(during),
    toldCount: countOf('told'),
    refusedCount: countOf('refused'),
    status,
    slowestSeconds: Math.max(...[...looks.values(), ...html].map(({ seconds }) => seconds)),
    healedSeconds: (performance.now() - offAt) / 1000,
  };
}

type During = {
  looks: ReadonlyMap<string, Look>;
  verdicts: ReadonlyMap<string, Verdict>;
  html: readonly Look[];
  status: string | undefined;
};

async function lookDuring(fault: MeshFault, { mesh, url, before }: Trial): Promise<During> {
  const isMet = async () => {
    if (!fault.isFelt(mesh)) await lookAtAll(url);
    return fault.isFelt(mesh);
  };
  await waitUntil(isMet, { what: 'a question meets the fault', withinMs: feltPatienceMs });
  if (fault.witness !== undefined) await untilWitnessed(fault, { url, before });
  const looks = await lookAtAll(url);
  const addresses = pages.map(({ address }) => address);
  const html = await inParallel(addresses, (address) => lookAtPage(url, address));
  const verdicts = new Map(
    [...looks].map(([route, look]) => [
      route,
      judgeLook({ route, look, before: beforeOf(route, before), fault }),
    ]),
  );
  return { looks, verdicts, html, status: await statusOf(fault, url) };
}

/** Pages that did not come, or one of whose routes was not worth its answer, each with why. */
function unusablePages({ html, verdicts }: During): string[] {
  return pages.flatMap(({ address, routes }, index) => {
    const trouble = html[index]?.trouble;
    const bad = routes.flatMap((route) => {
      const verdict = verdicts.get(route);
      return verdict?.is === 'bad' ? [`${route}: ${verdict.why}`] : [];
    });
    const whys = trouble === undefined ? bad : [trouble, ...bad];
    return whys.length === 0 ? [] : [`${address}: ${whys.join('; ')}`];
  });
}

/** Every tried route, by its name in the contract. */
export async function lookAtAll(
  url: string,
  routes: Iterable<string> = triedRoutes.keys(),
): Promise<Map<string, Look>> {
  const asked = [...routes];
  const looks = await inParallel(asked, (route) => lookAt(url, triedRoutes.get(route) ?? route));
  return new Map(
    asked.flatMap((route, index) => {
      const look = looks[index];
      return look === undefined ? [] : [[route, look] as const];
    }),
  );
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = [...items.entries()];
  const runner = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift())
      results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return results;
}

/** Answers are kept for some seconds: only then a fault shows. */
async function untilWitnessed(fault: MeshFault, { url, before }: Omit<Trial, 'mesh'>): Promise<void> {
  const { witness = '' } = fault;
  await waitUntil(
    async () => {
      if (witness === 'status') return (await statusOf(fault, url)) !== undefined;
      const look = await lookAt(url, triedRoutes.get(witness) ?? witness);
      return judgeLook({ route: witness, look, before: beforeOf(witness, before), fault }).is !== 'whole';
    },
    { what: `${witness} shows it`, withinMs: feltPatienceMs, everyMs: lookEveryMs },
  );
}

async function untilHealed(ill: readonly string[], { url, before }: Omit<Trial, 'mesh'>): Promise<void> {
  let left = [...ill];
  await waitUntil(
    async () => {
      const looks = await lookAtAll(url, left);
      left = left.filter((route) => !isAsBefore(looks.get(route), beforeOf(route, before)));
      if (left.length > 0) throw new Error(left.map((route) => JSON.stringify(looks.get(route))).join('\n'));
      const troubled = (await sourcesOf(url)).filter(({ state }) => state === 'down' || state === 'degraded');
      if (troubled.length > 0) throw new Error(JSON.stringify(troubled));
      return true;
    },
    { what: 'all is as before', withinMs: healPatienceMs, everyMs: lookEveryMs },
  ).catch((error: unknown) => {
    throw new Error(`It does not heal: ${error instanceof Error ? error.cause : error}`);
  });
}

/** Lists of telemetry change by themselves. */
const enoughOfList = 0.7;

function isAsBefore(look: Look | undefined, before: Look): boolean {
  if (look?.status !== before.status || look.trouble !== undefined) return false;
  const known = new Set(before.warnings.map(({ code }) => code));
  if (look.warnings.some(({ code }) => !known.has(code))) return false;
  return Object.entries(before.lengths).every(
    ([path, length]) => (look.lengths[path] ?? 0) >= Math.floor(length * enoughOfList),
  );
}

function beforeOf(route: string, before: ReadonlyMap<string, Look>): Look {
  const look = before.get(route);
  if (look === undefined) throw new Error(`${route} was not asked before`);
  return look;
}

const statusAnswer = z.object({ data: z.object({ sources: statusSchema.shape.sources }) });

async function sourcesOf(url: string) {
  return statusAnswer.parse(await (await fetch(`${url}/api/status`)).json()).data.sources;
}

async function statusOf({ source }: MeshFault, url: string): Promise<string | undefined> {
  const found = (await sourcesOf(url)).find(({ id }) => id === source);
  return found === undefined || found.state === 'ok' || found.state === 'absent'
    ? undefined
    : `${found.state}: ${found.reason}`;
}
