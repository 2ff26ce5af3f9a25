/** Whether a line has what is searched for; case is ignored. */
export function lineMatcher({ search }: { search: string; isRegex: boolean }): (text: string) => boolean {
  if (search === '') return () => true;
  const wanted = search.toLowerCase();
  return (text) => text.toLowerCase().includes(wanted);
}
