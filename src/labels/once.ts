/** Something that takes long to make: it is made when it is first needed, and not while a page is opening. */
export function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
