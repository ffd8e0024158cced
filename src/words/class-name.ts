/** What a class of machines is called: as the reader called it, or as the language does where the page began with it. */
export const className = (known: Readonly<Record<string, string>>, id: string): string =>
  (Object.hasOwn(known, id) ? known[id] : undefined) ?? id;
