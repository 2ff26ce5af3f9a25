/** Nobody waits for more requests than that. */
export const mostRequests = 1e12;

/** The smallest whole number, from 1, at which something holds that goes on to hold; undefined above 1e12. */
export function firstReaching(holds: (requests: number) => boolean): number | undefined {
  let high = 1;
  while (!holds(high)) {
    high *= 2;
    if (high > mostRequests) return undefined;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
