import { Duplex } from 'node:stream';
import type { ForwardPort, PodPort } from '#server/sources/observed/pod-port.ts';
import type { SentAnswer } from '../mutate/mutate-answer.ts';

export type PortRequest = PodPort & { method: string; path: string; parameters: URLSearchParams };

/** Ways to the ports of pods behind which this very process answers, in HTTP/1.1 over the stream. */
export function answeringPort(answer: (request: PortRequest) => Promise<SentAnswer>): ForwardPort {
  return async (to) => {
    let head = '';
    return new Duplex({
      read: () => undefined,
      write(this: Duplex, bytes, _encoding, done) {
        head += String(bytes);
        if (!head.endsWith('\r\n\r\n')) return done();
        const [method = '', address = ''] = head.split(' ');
        const { pathname: path, searchParams: parameters } = new URL(address, 'http://pod.test');
        answer({ ...to, method, path, parameters }).then(
          (sent) => {
            this.push(headOf(sent));
            this.push(sent.body);
            done();
          },
          (error: Error) => done(error),
        );
      },
    });
  };
}

function headOf({ status, headers, body }: SentAnswer): string {
  const lines = Object.entries({ ...headers, 'content-length': body.length });
  return `HTTP/1.1 ${status} Said\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}
