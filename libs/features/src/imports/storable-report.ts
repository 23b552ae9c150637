/** NUL and half a surrogate pair, which a cut through a cell may leave: PostgreSQL keeps neither. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

/** The same with every text such as a table can keep it. */
export function storable<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? part.replace(UNSTORABLE, '\uFFFD') : part)) as Value;
}
