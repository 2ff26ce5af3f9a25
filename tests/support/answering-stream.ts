import { Duplex } from 'node:stream';
import type { ForwardPort, PodPort } from '#server/sources/observed/pod-port.ts';

/** One question as it left: to which port, and its first line. */
export type Sent = PodPort & { line: string };

/** Ways to the ports of pods on which everything is answered with what `answer` says, and what went out on them. */
export function answeringPorts(answer: (sent: Sent) => string = () => '{}'): {
  forwardPort: ForwardPort;
  sent: Sent[];
} {
  const sent: Sent[] = [];
  const forwardPort: ForwardPort = async (to) => {
    let head = '';
    return new Duplex({
      read: () => undefined,
      write(this: Duplex, bytes, _encoding, done) {
        head += String(bytes);
        if (head.endsWith('\r\n\r\n')) {
          const one = { ...to, line: head.split('\r\n')[0] ?? '' };
          sent.push(one);
          const body = answer(one);
          this.push(`HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
        }
        done();
      },
    });
  };
  return { forwardPort, sent };
}
