import type { BrowserContext } from 'playwright-core';

const seconds = 2;

/** The yardstick: the same number of lines and circles on a plain canvas, moved a little every frame. */
export async function bareCanvasFramesPerSecond(
  context: BrowserContext,
  counts: { nodes: number; edges: number },
): Promise<number> {
  const page = await context.newPage();
  await page.setContent('<canvas width="1060" height="760"></canvas>');
  const rate = await page.evaluate(
    ({ nodes, edges, seconds }) =>
      new Promise<number>((resolve) => {
        const canvas = document.querySelector('canvas');
        const pen = canvas?.getContext('2d');
        if (!canvas || !pen) throw new Error('no canvas');
        const place = (index: number) => [(index * 37) % canvas.width, (index * 91) % canvas.height] as const;
        let frames = 0;
        const start = performance.now();
        const draw = () => {
          pen.setTransform(1, 0, 0, 1, frames % 50, frames % 30);
          pen.clearRect(-50, -30, canvas.width + 50, canvas.height + 30);
          for (let edge = 0; edge < edges; edge += 1) {
            pen.beginPath();
            pen.moveTo(...place(edge % nodes));
            pen.lineTo(...place((edge * 7) % nodes));
            pen.stroke();
          }
          for (let node = 0; node < nodes; node += 1) {
            const [x, y] = place(node);
            pen.beginPath();
            pen.arc(x, y, 8, 0, 2 * Math.PI);
            pen.fill();
          }
          frames += 1;
          if (performance.now() - start < seconds * 1000) requestAnimationFrame(draw);
          else resolve((1000 * frames) / (performance.now() - start));
        };
        requestAnimationFrame(draw);
      }),
    { ...counts, seconds },
  );
  await page.close();
  return rate;
}
