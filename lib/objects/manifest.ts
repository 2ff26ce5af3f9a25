/** Registered, because bundles of one process that have a copy of this file each must mean the same key. */
const manifestKey = Symbol.for('vigla.manifest');

/**
 * Keeps, beside what was read of an object, the manifest that it was read from: the shape of its kind fills in defaults,
 * and a reader wants to see what stands there. Nobody meets it by going through the object's fields.
 */
export function keepManifest(read: object, manifest: unknown): void {
  Object.defineProperty(read, manifestKey, { value: manifest, enumerable: false });
}

/** The manifest that an object was read from; undefined where nobody kept it. */
export function manifestOf(read: object): unknown {
  return Reflect.get(read, manifestKey);
}
