/**
 * How well an item fits what was typed: 0 hides it. Every typed word must be found; the item's title, which is the first
 * keyword, counts more than the rest, and its beginning most.
 */
export function scorePalette(_value: string, search: string, keywords: string[] = []): number {
  const [title = '', ...others] = keywords.map((keyword) => keyword.toLowerCase());
  const rest = others.join(' ');
  const scores = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      if (title.startsWith(word)) return 1;
      if (title.includes(word)) return 0.7;
      return rest.includes(word) ? 0.3 : 0;
    });
  return scores.length === 0 ? 1 : Math.min(...scores);
}
