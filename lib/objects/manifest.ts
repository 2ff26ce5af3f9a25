const manifests = new WeakMap<object, unknown>();

/**
 * Keeps, beside what was read of an object, the manifest that it was read from: the shape of its kind fills in defaults,
 * and a reader wants to see what stands there. Forgotten together with the object.
 */
export function keepManifest(read: object, manifest: unknown): void {
  manifests.set(read, manifest);
}

/** The manifest that an object was read from; undefined where nobody kept it. */
export function manifestOf(read: object): unknown {
  return manifests.get(read);
}
