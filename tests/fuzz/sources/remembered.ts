/** Work that is done once for each key; what fails is tried again. */
export function remembered<Value>(): (key: string, work: () => Promise<Value>) => Promise<Value> {
  const known = new Map<string, Value>();
  return async (key, work) => {
    const value = known.get(key) ?? (await work());
    known.set(key, value);
    return value;
  };
}
