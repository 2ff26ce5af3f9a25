/** What stands in place of a name that the user may not see. No name in Kubernetes has parentheses. */
export const restrictedName = '(restricted)';
