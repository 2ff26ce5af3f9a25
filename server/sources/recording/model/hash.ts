/** 32 bits from a text (FNV-1a with a final mix), to turn names into seeds. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mixed(hash);
}

/** A number in (0, 1) that depends on nothing but the seed and two whole numbers below 2^53. */
export function uniform(seed: number, first: number, second: number): number {
  let hash = mixed(seed ^ Math.imul(first | 0, 0x9e3779b1));
  hash = mixed(hash ^ (second | 0));
  hash = mixed(hash ^ Math.imul(Math.floor(second / 4294967296) + 0x51ed27, 0x85ebca6b));
  return ((hash >>> 0) + 0.5) / 4294967296;
}

/** The finaliser of MurmurHash3: every input bit reaches every output bit. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
