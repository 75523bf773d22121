export interface LeadReading {
  readonly text: string;
  /** Split on commas, slashes, "and", line breaks; each as written, trimmed. */
  readonly leads: readonly string[];
  /** Those of `leads` that are a team, a unit or "TBC" rather than an officer. */
  readonly notPeople: readonly string[];
  /** Those of `notPeople` that leave the name open: "TBC", "vacant". */
  readonly open: readonly string[];
}
