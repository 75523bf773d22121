/** Does the work once and gives the same to everybody; work that failed is done again when it is next asked for. */
export function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let underWay: Promise<Value> | null = null;
  return () => {
    underWay ??= work().catch((error: unknown) => {
      underWay = null;
      throw error;
    });
    return underWay;
  };
}

/**
 * Requests, each of which gives a promise, whose answering part of the program is loaded with the first of them; what the loading fails with, the request fails with.
 *
 * @param own what is there without it.
 */
export function onceLoaded<Answers extends object, Own extends object>(load: () => Promise<Answers>, own: Own): Answers & Own {
  const answer = async (name: PropertyKey, given: readonly unknown[]): Promise<unknown> => {
    const answers = (await load()) as Readonly<Record<PropertyKey, (...given: readonly unknown[]) => Promise<unknown>>>;
    return answers[name]?.(...given);
  };
  const get = (_: object, name: PropertyKey, whole: unknown): unknown =>
    name in own ? Reflect.get(own, name, whole) : (...given: readonly unknown[]) => answer(name, given);
  return new Proxy(own, { get }) as Answers & Own;
}
