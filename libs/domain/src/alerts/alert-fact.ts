/** A fact behind an alert, in finished words: "Date due", "29 June 2026". */
export interface AlertFact {
  readonly name: string;
  readonly value: string;
}
