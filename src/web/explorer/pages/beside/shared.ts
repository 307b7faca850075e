/** How many things stand beside each other at most. */
export const mostBeside = 4;

/** The ids that are in more than one of the lists. */
export function sharedIds(lists: readonly (readonly { readonly id: string }[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const list of lists)
    for (const id of new Set(list.map((each) => each.id)))
      if (seen.has(id)) shared.add(id);
      else seen.add(id);
  return shared;
}

/** Those that others have too first, each half in its order. */
export const sharedFirst = <Each extends { readonly id: string }>(
  all: readonly Each[],
  shared: ReadonlySet<string>,
): readonly Each[] => all.toSorted((a, b) => Number(shared.has(b.id)) - Number(shared.has(a.id)));
