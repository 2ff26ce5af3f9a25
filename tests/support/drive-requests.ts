import { Pool } from 'undici';

type Drive = {
  count: number;
  /** Of the request of this number, from 0 on. */
  headers(index: number): Record<string, string>;
};

const connections = 16;

/** Sends requests over connections that are kept open, and counts what came back by status and body. */
export async function driveRequests(url: string, { count, headers }: Drive): Promise<Map<string, number>> {
  const pool = new Pool(url, { connections });
  const answers = new Map<string, number>();
  let sent = 0;
  const send = async () => {
    while (sent < count) {
      const index = sent;
      sent += 1;
      const { statusCode, body } = await pool.request({
        method: 'GET',
        path: '/reviews/0',
        headers: headers(index),
      });
      const answer = `${statusCode} ${await body.text()}`;
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, send));
  } finally {
    await pool.close();
  }
  return answers;
}
