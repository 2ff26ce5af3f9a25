/** How those who start requests name themselves; the apps pass it on. */
const userAgents: Readonly<Record<string, string>> = {
  readers: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  bots: 'python-requests/2.32.3',
  shoppers: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile',
};

export function userAgentOf(flowName: string): string {
  return userAgents[flowName] ?? 'Go-http-client/1.1';
}
