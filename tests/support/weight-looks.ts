import { newWeightMemory, type WeightLook } from '#server/mesh/canary/window/weight-memory.ts';
import { type CanaryWindow, windowOf } from '#server/mesh/canary/window/window-of.ts';
import type { Written } from '#server/mesh/canary/window/written-at.ts';

type Look = { at: number; weights?: string; written?: number; isWhole?: boolean };
export type Looks = { looks?: readonly Look[]; written?: Written; to?: number; isRecorded?: boolean };

/** The window of a range of 900 s that ends at `to`, after some looks at weights like `1:3`; none: no such rule. */
export function windowAfter({ looks = [], written, to = 10_000, isRecorded = false }: Looks): CanaryWindow {
  const memory = newWeightMemory();
  for (const { at, weights, written: writtenSeconds, isWhole = true } of looks)
    memory.remember(weights === undefined ? [] : [look(weights, writtenSeconds)], { seconds: at, isWhole });
  const range = { fromSeconds: to - 900, toSeconds: to };
  return windowOf({ remembered: memory.of('split'), range, isRecorded, ...(written && { written }) });
}

function look(weights: string, writtenSeconds?: number): WeightLook {
  const named = weights
    .split(':')
    .map((weight, index) => ({ name: `v${index + 1}`, weight: Number(weight) }));
  return { key: 'split', weights: named, ...(writtenSeconds === undefined ? {} : { writtenSeconds }) };
}
