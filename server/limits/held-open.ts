/** Counts what somebody holds open at the same time. */
export type HeldOpen = {
  /** How to give it back, or whose limit is reached: the caller's own, or that of all together. */
  take(key: string): (() => void) | 'own' | 'all';
};

export function createHeldOpen({ mostPerKey, most }: { mostPerKey: number; most: number }): HeldOpen {
  const heldByKey = new Map<string, number>();
  let total = 0;
  return {
    take(key) {
      const held = heldByKey.get(key) ?? 0;
      if (held >= mostPerKey) return 'own';
      if (total >= most) return 'all';
      heldByKey.set(key, held + 1);
      total += 1;
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        total -= 1;
        const left = (heldByKey.get(key) ?? 1) - 1;
        if (left === 0) heldByKey.delete(key);
        else heldByKey.set(key, left);
      };
    },
  };
}
