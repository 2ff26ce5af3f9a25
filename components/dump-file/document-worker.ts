import type { DocumentQuestion, DocumentReply } from './document-messages.ts';
import { OpenDocument } from './open-document.ts';

const document = new OpenDocument();

addEventListener('message', async (event: MessageEvent<{ id: number; question: DocumentQuestion }>) => {
  const { id, question } = event.data;
  postMessage(await replyTo(id, question));
});

async function replyTo(id: number, question: DocumentQuestion): Promise<DocumentReply> {
  try {
    return { id, answer: await document.answer(question) };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  }
}
