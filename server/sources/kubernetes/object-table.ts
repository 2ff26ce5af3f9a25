import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import type { RejectedObject } from '#server/sources/interface.ts';
import { type Identity, identify, readObject } from './read-object.ts';
import type { ObjectEvent } from './reflector.ts';

type Row<Kind extends ObjectKind> = { state: string; object?: ObjectOf<Kind>; rejected?: RejectedObject };

/** The objects of one list by namespace and name, as parsed. Tells `onChange` when they are others than before. */
export class ObjectTable<Kind extends ObjectKind> {
  readonly #kind: Kind;
  readonly #onChange: () => void;
  #rows = new Map<string, Row<Kind>>();
  #listed = new Map<string, Row<Kind>>();

  constructor(kind: Kind, onChange: () => void) {
    this.#kind = kind;
    this.#onChange = onChange;
  }

  /** A page of a new list, which counts from `endList` on; the first page drops what an unfinished list had. */
  addPage(raws: readonly unknown[], isFirst: boolean): void {
    if (isFirst) this.#listed = new Map();
    for (const raw of raws) {
      const identity = identify(raw);
      const known = this.#rows.get(identity.key);
      const isKnown = known !== undefined && isSame(known, identity);
      this.#listed.set(identity.key, isKnown ? known : this.#read(raw, identity));
    }
  }

  endList(): void {
    const before = this.#rows;
    this.#rows = this.#listed;
    this.#listed = new Map();
    const isSameAsBefore =
      before.size === this.#rows.size && [...this.#rows].every(([key, row]) => before.get(key) === row);
    if (!isSameAsBefore) this.#onChange();
  }

  clear(): void {
    if (this.#rows.size === 0) return;
    this.#rows = new Map();
    this.#onChange();
  }

  apply(event: ObjectEvent): void {
    const identity = identify(event.object);
    if (event.type === 'DELETED') {
      if (this.#rows.delete(identity.key)) this.#onChange();
      return;
    }
    const known = this.#rows.get(identity.key);
    if (known !== undefined && isSame(known, identity)) return;
    this.#rows.set(identity.key, this.#read(event.object, identity));
    this.#onChange();
  }

  /** In no particular order. */
  objects(): ObjectOf<Kind>[] {
    return [...this.#rows.values()].flatMap((row) => (row.object === undefined ? [] : [row.object]));
  }

  rejected(): RejectedObject[] {
    return [...this.#rows.values()].flatMap((row) => (row.rejected === undefined ? [] : [row.rejected]));
  }

  #read(raw: unknown, identity: Identity): Row<Kind> {
    return { state: identity.state, ...readObject(this.#kind, raw) };
  }
}

function isSame(row: { state: string }, identity: Identity): boolean {
  // Without uid and version nothing tells two states apart, so the later one counts.
  return row.state === identity.state && identity.state.trim() !== '';
}
