import type { JsonSource } from '#components/ui/json/json-source.ts';
import { DocumentThread } from './document-thread.ts';

/** A dump that was opened from a file: its bytes (unpacked), and the same as a document to look into. */
export type OpenedFile = {
  id: string;
  name: string;
  bytes: Blob;
  document: JsonSource;
  close: () => void;
};

let opened = 0;

/** Opens a file with a dump, packed with gzip or not. @throws Error that says why it is none */
export async function openFile(file: File): Promise<OpenedFile> {
  const bytes = await unpacked(file);
  const thread = new DocumentThread();
  try {
    await thread.ask({ kind: 'open', file: bytes });
  } catch (error) {
    thread.close();
    throw error;
  }
  const id = `file ${++opened}`;
  const document: JsonSource = {
    id,
    tree: async (question) => withoutWarnings(await thread.ask({ kind: 'tree', ...question })),
    search: async (text) => withoutWarnings(await thread.ask({ kind: 'search', text })),
    value: async (path) => withoutWarnings(await thread.ask({ kind: 'value', path })),
  };
  return { id, name: file.name, bytes, document, close: () => thread.close() };
}

function withoutWarnings<Data>(data: Data) {
  return { data, warnings: [] };
}

async function unpacked(file: File): Promise<Blob> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isGzip = first === 0x1f && second === 0x8b;
  if (!isGzip) return file;
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).blob();
}
