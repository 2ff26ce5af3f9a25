import { createServer } from 'node:net';

/**
 * Where the server shall listen, from HOST and PORT; checked before anything is started.
 * @returns {Promise<{ host: string, port: number, url: string } | { problem: string }>}
 */
export async function chooseAddress() {
  const host = process.env.HOST || '127.0.0.1';
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    return { problem: `PORT: "${text}" is not a port number (0 to 65535)` };
  try {
    const free = await listenOnce(host, port);
    return { host, port: free, url: `http://${reachable(host)}:${free}` };
  } catch (error) {
    return { problem: explain(error, host, port) };
  }
}

/** Binds and lets go again; port 0 becomes one that is free. */
function listenOnce(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const bound = server.address().port;
      server.close(() => resolve(bound));
    });
  });
}

/** "Every interface" is no address to open in a browser. */
function reachable(host) {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function explain(error, host, port) {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} of ${host} is in use: choose another one, e.g. PORT=${port + 1}`;
  if (error.code === 'EACCES')
    return `PORT: port ${port} of ${host} may not be used by this user; ports from 1024 on may`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST: "${host}" is not an address of this machine`;
  return `The server cannot listen on ${host}:${port}: ${error.message}`;
}
