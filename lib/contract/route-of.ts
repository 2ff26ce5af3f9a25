import { apiFiles } from './files.ts';
import { apiPosts } from './posts.ts';
import { apiRoutes } from './routes.ts';
import { apiStreams } from './streams.ts';

const patterns = [apiRoutes, apiStreams, apiFiles, apiPosts].flatMap(Object.keys).map((route) => ({
  route,
  pattern: new RegExp(`^${route.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

/** The route of the contract that a request's path belongs to, with its open parts as they are named there. */
export function routeOf(pathname: string): string | undefined {
  if (Object.hasOwn(apiRoutes, pathname)) return pathname;
  return patterns.find(({ pattern }) => pattern.test(pathname))?.route;
}
