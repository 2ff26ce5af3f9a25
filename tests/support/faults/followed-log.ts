export type FollowedLog = {
  /** All events so far, as they came. */
  text(): string;
  isOpen(): boolean;
  leave(): void;
};

/** Follows the log of a workload as a browser does. */
export async function followLog(url: string, workload: string): Promise<FollowedLog> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/api/workloads/${workload}/logs/follow`, { signal: leaving.signal });
  if (response.status !== 200 || response.body === null)
    throw new Error(`${response.status} in place of a stream`);
  let text = '';
  let isOpen = true;
  void read(response.body).finally(() => {
    isOpen = false;
  });

  async function read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const part of body) text += decoder.decode(part, { stream: true });
    } catch (error) {
      if (!leaving.signal.aborted) text += String(error);
    }
  }

  return { text: () => text, isOpen: () => isOpen, leave: () => leaving.abort() };
}
