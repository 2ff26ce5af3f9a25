import type { Page } from 'playwright-core';
import { z } from 'zod';

const word = z.object({ value: z.unknown() });
const treeSchema = z.object({
  nodes: z.array(z.object({ ignored: z.boolean(), role: word.optional(), name: word.optional() })),
});

const controls = [
  'button',
  'link',
  'textbox',
  'searchbox',
  'combobox',
  'checkbox',
  'radio',
  'slider',
  'tab',
  'option',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'switch',
  'application',
];

/** Every control that assistive technology meets on the page, with its name, as Chromium itself computes them. */
export async function controlsOf(page: Page): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const tree = treeSchema.parse(await session.send('Accessibility.getFullAXTree'));
  await session.detach();
  return tree.nodes.flatMap(({ ignored, role, name }) => {
    const roleText = String(role?.value);
    if (ignored || !controls.includes(roleText)) return [];
    return [{ role: roleText, name: String(name?.value ?? '').trim() }];
  });
}

/** Walks with the Tab key; answers what took the focus and whether a sighted reader could tell. */
export async function walkByTab(page: Page, steps: number): Promise<{ what: string; isSeen: boolean }[]> {
  const walked: { what: string; isSeen: boolean }[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
      const probe = document.createElement('span');
      probe.style.color = accent;
      document.body.append(probe);
      const accentColor = getComputedStyle(probe).color;
      probe.remove();
      const own = getComputedStyle(element);
      const hasOutline = own.outlineStyle !== 'none' && Number.parseFloat(own.outlineWidth) >= 1;
      // Fields show the focus by their frame, which may be the element round them.
      const frames = [element, element.parentElement].flatMap((frame) => frame ?? []);
      const hasFrame = frames.some((frame) => getComputedStyle(frame).borderTopColor === accentColor);
      const what = element.getAttribute('aria-label') ?? element.textContent ?? element.tagName;
      return { what: what.slice(0, 40), isSeen: hasOutline || hasFrame };
    });
    if (stop !== undefined) walked.push(stop);
  }
  return walked;
}
