import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Addresses of the framework's files start so, behind the quotation mark of an attribute or a text. */
const start = '"/_next/';

/** The server tells these addresses where it is told the prefix; it is asked for when a page is made. */
const afterPrefix = /}\/_next\//g;

const options = '"assetPrefix":""';

/** @param {string} text @param {string} basePath */
export function withBasePath(text, basePath) {
  return text
    .replaceAll(start, () => `"${basePath}/_next/`)
    .replaceAll(options, () => options.replace('""', JSON.stringify(basePath)));
}

/**
 * Files of a built server that name addresses for the browser, relative to its folder.
 * @param {{ folder: string, dist: string }} built
 * @throws Error where a file names one in a way that cannot be told apart
 */
export function filesWithAddresses({ folder, dist }) {
  const forBrowsers = filesIn(join(folder, dist, 'static'), /\.(js|css)$/);
  // Code that runs on the server names no address; pages made ahead and lists of what browsers load do.
  const made = filesIn(join(folder, dist, 'server'), /\.(html|rsc)$|_client-reference-manifest\.js$/);
  const found = [...forBrowsers, ...made].filter(hasAddress);
  const server = join(folder, 'next-server.js');
  const places = readFileSync(server, 'utf8').split(options).length - 1;
  if (places !== 1) throw new Error(`${server} has ${places} places for the prefix of addresses, not one`);
  return [...found, server].map((file) => relative(folder, file).replaceAll(sep, '/'));
}

function filesIn(folder, names) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function hasAddress(file) {
  const text = readFileSync(file, 'utf8');
  const known = text.split(start).length - 1;
  const all = text.replace(afterPrefix, '').split('/_next/').length - 1;
  if (all !== known) throw new Error(`${file} names addresses of files in a way that is not known`);
  return known > 0;
}
