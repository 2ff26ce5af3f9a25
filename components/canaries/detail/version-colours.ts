import { seriesLook } from '#components/ui/chart/series-look.ts';

const chosenColour = 'var(--mark-tcp)';
/** Of the series' hues those that keep apart from the colour of what is not as configured. */
const severalHues = [0, 3, 2, 4, 5] as const;
const restColour = 'color-mix(in oklab, var(--mark-idle) 42%, var(--surface))';

/** Of bars, by version: of two the chosen one stands out against the rest, of more each has its own. */
export function versionColours(count: number, chosen: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    if (count > 2) return seriesLook(severalHues[index % severalHues.length] ?? 0).color;
    return index === chosen ? chosenColour : restColour;
  });
}
