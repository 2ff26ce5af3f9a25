const account = /User "([^"\s']+)"/;
const serviceAccount = /^system:serviceaccount:([^:]+):([^:]+)$/;
const role = 'vigla-service-proxy';

/** The commands that give Vigla's account, as the API server names it in its refusal, Services of a namespace. */
export function grantCommand(namespace: string, refusal: string): string {
  const [, name] = account.exec(refusal) ?? [];
  // Who asked is not known, so that the right can only be shown.
  if (name === undefined) return `kubectl auth can-i get services/proxy -n ${namespace}`;
  const [, ofNamespace, ofName] = serviceAccount.exec(name) ?? [];
  const subject =
    ofNamespace === undefined ? `--user='${name}'` : `--serviceaccount=${ofNamespace}:${ofName}`;
  return [
    `kubectl -n ${namespace} create role ${role} --verb=get,create --resource=services/proxy`,
    `kubectl -n ${namespace} create rolebinding ${role} --role=${role} ${subject}`,
  ].join(' && ');
}
