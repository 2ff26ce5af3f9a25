import { ServerResponse } from 'node:http';

/**
 * Lets the framework's compression see JSON. Next 16.4 hands the content type of a route handler over as a list of one
 * word, which its own gzip takes for "not compressible", and it drops a `content-encoding` that a handler sets.
 */
export function passContentTypeAsText(): void {
  const { setHeader } = ServerResponse.prototype;
  ServerResponse.prototype.setHeader = function setPlainHeader(name, value) {
    const [only, ...more] = Array.isArray(value) ? value : [];
    const isListOfOne = only !== undefined && more.length === 0 && name.toLowerCase() === 'content-type';
    return setHeader.call(this, name, isListOfOne ? only : value);
  };
}
