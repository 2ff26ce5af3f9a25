import type { ObjectKind, ObjectOf } from '#lib/objects/kinds.ts';
import type { RejectedObject } from '#server/sources/interface.ts';
import type { ApiClient } from './api-client.ts';
import type { ListTarget } from './list.ts';
import { ObjectTable } from './object-table.ts';
import { type ReadState, runReflector } from './reflector.ts';
import type { Timing } from './timing.ts';

export type ObjectsByKind = { [Kind in ObjectKind]: readonly ObjectOf<Kind>[] };

type Part<Kind extends ObjectKind> = { table: ObjectTable<Kind>; state: ReadState; stop: AbortController };

export type KindReaderOptions<Kind extends ObjectKind> = {
  kind: Kind;
  client: ApiClient;
  timing: Timing;
  onObjects(): void;
  onState(): void;
  /** The list is a 404 though it was there to be read: the kind has been removed, or the server is just starting. */
  onVanished(): void;
};

/** Keeps all objects of one kind current. Most kinds are one list; ConfigMaps are one list a name. */
export class KindReader<Kind extends ObjectKind> {
  /** Why discovery could not tell whether this is still the list to read. */
  doubt: string | undefined;
  readonly #options: KindReaderOptions<Kind>;
  readonly #parts = new Map<string, Part<Kind>>();
  #withoutParts: ReadState = { phase: 'pending' };
  #wasRead = false;
  #objects: readonly ObjectOf<Kind>[] | undefined;

  constructor(options: KindReaderOptions<Kind>) {
    this.#options = options;
  }

  get kind(): ObjectKind {
    return this.#options.kind;
  }

  get isReading(): boolean {
    return this.#parts.size > 0;
  }

  /** Whether all of it was read at some time, so that its objects are worth showing while the server fails. */
  get wasRead(): boolean {
    return this.#wasRead;
  }

  /** Reads exactly these lists from now on; those that are read already go on undisturbed. */
  read(targets: readonly ListTarget[]): void {
    const wanted = new Map(targets.map((target) => [`${target.path}?${target.fieldSelector ?? ''}`, target]));
    const dropped = [...this.#parts.keys()].filter((key) => !wanted.has(key));
    for (const key of dropped) this.#drop(key);
    // Another list in place of one: until it is read, nothing true can be said.
    if (dropped.length > 0 && wanted.size > 0) this.#wasRead = false;
    for (const [key, target] of wanted) if (!this.#parts.has(key)) this.#start(key, target);
  }

  /** Says why there is nothing to read: the cluster has no such kind, or discovery could not tell. */
  readNothing(state: ReadState): void {
    this.read([]);
    this.#withoutParts = state;
    this.#options.onState();
  }

  /** The worst state among the lists: a kind is current when all of it is. */
  get state(): ReadState {
    const states = [...this.#parts.values()].map((part) => part.state);
    if (states.length === 0) return this.#withoutParts;
    for (const phase of ['forbidden', 'failing', 'pending'] as const) {
      const found = states.find((state) => state.phase === phase);
      if (found !== undefined) return found;
    }
    return { phase: 'current' };
  }

  /** Sorted by namespace and name; the same array while nothing changed. */
  objects(): readonly ObjectOf<Kind>[] {
    this.#objects ??= Object.freeze(
      [...this.#parts.values()].flatMap((part) => part.table.objects()).sort(byNamespaceAndName),
    );
    return this.#objects;
  }

  writeInto(target: Partial<ObjectsByKind>): void {
    Object.assign(target, { [this.#options.kind]: this.objects() });
  }

  rejected(): RejectedObject[] {
    return [...this.#parts.values()].flatMap((part) => part.table.rejected());
  }

  stop(): void {
    for (const part of this.#parts.values()) part.stop.abort();
  }

  #start(key: string, target: ListTarget): void {
    const { kind, client, timing } = this.#options;
    const table = new ObjectTable(kind, () => this.#changed());
    const part: Part<Kind> = { table, state: { phase: 'pending' }, stop: new AbortController() };
    this.#parts.set(key, part);
    void runReflector({
      client,
      target,
      timing,
      signal: part.stop.signal,
      onPage: (objects, isFirst) => table.addPage(objects, isFirst),
      onListEnd: () => table.endList(),
      onEvent: (event) => table.apply(event),
      onState: (state) => this.#enter(key, part, state),
    });
  }

  #enter(key: string, part: Part<Kind>, state: ReadState): void {
    if (part.stop.signal.aborted || isSameState(part.state, state)) return;
    part.state = state;
    if (state.phase === 'forbidden') part.table.clear();
    if (state.phase === 'absent') {
      this.#drop(key);
      this.#withoutParts = state;
      this.#options.onVanished();
    }
    const { phase } = this.state;
    if (phase === 'current') this.#wasRead = true;
    if (phase === 'forbidden' || phase === 'absent') this.#wasRead = false;
    this.#options.onState();
  }

  #drop(key: string): void {
    const part = this.#parts.get(key);
    part?.stop.abort();
    this.#parts.delete(key);
    this.#changed();
  }

  #changed(): void {
    this.#objects = undefined;
    this.#options.onObjects();
  }
}

function isSameState(a: ReadState, b: ReadState): boolean {
  return a.phase === b.phase && ('reason' in a ? a.reason : '') === ('reason' in b ? b.reason : '');
}

type Named = { metadata: { namespace?: string; name: string } };

function byNamespaceAndName(a: Named, b: Named): number {
  return (
    compare(a.metadata.namespace ?? '', b.metadata.namespace ?? '') ||
    compare(a.metadata.name, b.metadata.name)
  );
}

/** By code unit, not by locale: the order must not depend on the machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
