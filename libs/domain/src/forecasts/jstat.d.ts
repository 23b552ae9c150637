/** The functions used of jstat 1.9, which ships no types. */
declare module 'jstat' {
  const library: {
    readonly jStat: {
      /** The x below which a share p of the normal distribution lies. */
      readonly normal: { inv(p: number, mean: number, sd: number): number };
      readonly studentt: {
        /** P(T ≤ x) with `df` degrees of freedom. */
        cdf(x: number, df: number): number;
        /** The x for which P(T ≤ x) = p. */
        inv(p: number, df: number): number;
      };
    };
  };
  export default library;
}
