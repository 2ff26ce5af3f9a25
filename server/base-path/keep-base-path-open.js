const builtIn = 'process.env.__NEXT_ROUTER_BASEPATH';

/** On the server its environment says it, in the browser the page does (`data-base-path`). */
const atRunTime =
  "(typeof document === 'undefined' ? process.env.VIGLA_SERVED_BELOW : document.documentElement.dataset.basePath)";

/**
 * For the bundler: the framework's router has the base path built in, and Vigla's is only known when it runs.
 * @param {string} source of one of the router's three modules about it
 */
export default function keepBasePathOpen(source) {
  if (!source.includes(builtIn)) throw new Error(`${builtIn} is not where it was`);
  return source.replaceAll(builtIn, atRunTime);
}
