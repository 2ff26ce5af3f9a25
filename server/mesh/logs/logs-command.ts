type Asked = {
  namespace: string;
  /** `deployment/reviews-v1 --all-pods`, `-l app=reviews` … */
  selector: string;
  /** `pod/container` pairs, where some were chosen. */
  chosen: readonly string[];
  tail?: number;
  previous?: boolean;
  since?: string;
  follow?: boolean;
  search: string;
  isRegex: boolean;
};

/** More than so many pairs are told as all pods of the target. */
const mostPairs = 3;

/** The command that shows the same lines without Vigla. Pairs of pod and container need one command each. */
export function logsCommand(asked: Asked): string {
  const { namespace, selector, chosen, tail, previous, since, follow } = asked;
  const options = [
    '--timestamps',
    ...(previous === true ? ['--previous'] : []),
    ...(since === undefined ? [] : [since]),
    ...(tail === undefined ? [] : [`--tail=${tail}`]),
    ...(follow === true ? ['--follow'] : []),
  ].join(' ');
  const filter =
    asked.search === '' ? '' : ` | grep -i${asked.isRegex ? 'E' : 'F'} -- ${quoted(asked.search)}`;
  const commands =
    chosen.length > 0 && chosen.length <= mostPairs
      ? chosen.map((pair) => {
          const [pod, container] = pair.split('/');
          return `kubectl logs -n ${namespace} ${pod} -c ${container} ${options}`;
        })
      : [`kubectl logs -n ${namespace} ${selector} --all-containers --prefix ${options}`];
  return commands.map((command) => command + filter).join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
