const ownWords: Readonly<Record<string, string>> = { IstioGateway: 'Gateway', MeshConfig: 'mesh' };

/** The kind of a link's object as its manifest writes it: both kinds of Gateway are called so. */
export function linkKind(kind: string): string {
  return ownWords[kind] ?? kind;
}
