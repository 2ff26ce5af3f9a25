/** Runs work of the same key one after another, in the order in which it came; other keys do not wait for it. */
export type InTurn = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

export function inTurn(): InTurn {
  const lastByKey = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = lastByKey.get(key);
    // Who came before may have failed: that is told to whom it concerns.
    const turn = before === undefined ? work() : before.then(work, work);
    lastByKey.set(key, turn);
    try {
      return await turn;
    } finally {
      if (lastByKey.get(key) === turn) lastByKey.delete(key);
    }
  };
}
