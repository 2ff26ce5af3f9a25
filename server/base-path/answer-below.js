import { subscribe } from 'node:diagnostics_channel';

/**
 * Requests to this process lose the base path before anybody sees them, and redirects get it. A request without it is
 * answered all the same: some proxies take it off themselves, and probes need not know it.
 * @param {string} basePath
 */
export function answerBelow(basePath) {
  // Node tells of a request here before it hands it to the server.
  subscribe('http.server.request.start', ({ request, response }) => {
    request.url = withoutBasePath(request.url, basePath);
    keepRedirectsBelow(response, basePath);
  });
}

function withoutBasePath(address, basePath) {
  if (!isBelow(address, basePath)) return address;
  const rest = address.slice(basePath.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function keepRedirectsBelow(response, basePath) {
  const { writeHead } = response;
  response.writeHead = function writeHeadBelow(...parameters) {
    const location = this.getHeader('location');
    const isOwn = typeof location === 'string' && /^\/(?!\/)/.test(location);
    if (isOwn && !isBelow(location, basePath)) this.setHeader('location', basePath + location);
    return writeHead.apply(this, parameters);
  };
}

function isBelow(address, basePath) {
  return address.startsWith(basePath) && /^($|[/?#])/.test(address.slice(basePath.length));
}
